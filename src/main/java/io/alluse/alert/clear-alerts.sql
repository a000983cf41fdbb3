-- Subject by subject, whatever the planner thinks of the table.
update alert a
set state = 'cleared', cleared_on = :on
where a.id in (
    select s.id
    from unnest(:about::bigint[]) as b (subject_id)
    cross join lateral (
        select id, kind, subject_id, key
        from alert
        where subject_id = b.subject_id and state in ('open', 'acknowledged') and kind = any(:anyOf::text[])
        offset 0) s
    where not exists (
        select
        from unnest(:kinds::text[], :subjects::bigint[], :keys::text[]) as f (kind, subject_id, key)
        where f.kind = s.kind and f.subject_id = s.subject_id and f.key = s.key))
