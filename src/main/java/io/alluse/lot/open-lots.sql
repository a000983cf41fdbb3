copy (
    select account_id, no, instrument, opened, acquired, quantity, cost, open_quantity, open_cost, line_id
    from lot_p%02d
    where account_id = any('{%s}'::bigint[]) and open_quantity <> 0
    order by account_id, no
) to stdout (format binary)
