copy (
    select account_id, no, instrument, opened, acquired, quantity, cost, open_quantity, open_cost, line_id
    from lot
    where account_id = any('{%s}'::bigint[])
    order by account_id, no
) to stdout (format binary)
