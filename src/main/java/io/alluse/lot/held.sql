copy (
    select account_id, instrument, sum(open_quantity), sum(open_cost)
    from lot
    where account_id = any('{%s}'::bigint[]) and open_quantity <> 0
    group by account_id, instrument
    order by account_id, instrument
) to stdout (format binary)
