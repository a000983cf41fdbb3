-- Main account by main account, whatever the planner thinks of the table.
update transfer t
set state = 'superseded', ended_on = :on
where t.id in (
    select s.id
    from unnest(:mains::bigint[]) as m (id)
    cross join lateral (
        select id, from_id, to_id, amount
        from transfer
        where main_id = m.id and state = 'proposed'
        offset 0) s
    where not exists (
        select
        from unnest(:froms::bigint[], :tos::bigint[], :amounts::numeric[]) as p (from_id, to_id, amount)
        where p.from_id = s.from_id and p.to_id = s.to_id and p.amount = s.amount))
