copy (
    select account_id, event_no, no::integer, business_date, kind, symbol, quantity, budget, price, price_date,
        delta_from::integer, delta_to::integer, valid_from, valid_until, expiry_from, expiry_to, state, filled, spent
    from order_intent_p%02d
    where account_id = any('{%s}'::bigint[]) and state = 'OPEN'
    order by account_id, event_no, no
) to stdout (format binary)
