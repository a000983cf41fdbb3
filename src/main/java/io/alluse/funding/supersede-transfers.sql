update transfer t
set state = 'superseded', ended_on = :on
where t.state = 'proposed'
    and t.main_id = any(:mains::bigint[])
    and not exists (
        select
        from unnest(:froms::bigint[], :tos::bigint[], :amounts::numeric[]) as p (from_id, to_id, amount)
        where p.from_id = t.from_id and p.to_id = t.to_id and p.amount = t.amount)
