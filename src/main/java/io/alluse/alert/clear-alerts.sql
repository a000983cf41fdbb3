update alert a
set state = 'cleared', cleared_on = :on
where a.state in ('open', 'acknowledged')
    and a.kind = any(:anyOf::text[])
    and a.subject_id = any(:about::bigint[])
    and not exists (
        select
        from unnest(:kinds::text[], :subjects::bigint[], :keys::text[]) as f (kind, subject_id, key)
        where f.kind = a.kind and f.subject_id = a.subject_id and f.key = a.key)
