copy (
    select account_id, event_no, no::integer, business_date, kind, symbol, quantity, budget, price, price_date,
        delta_from::integer, delta_to::integer, valid_from, valid_until, expiry_from, expiry_to, state, filled, spent
    from order_intent_p%1$02d
    where account_id = any('{%2$s}'::bigint[]) and state = 'OPEN'
    union all
    select account_id, event_no, no::integer, business_date, kind, symbol, quantity, budget, price, price_date,
        delta_from::integer, delta_to::integer, valid_from, valid_until, expiry_from, expiry_to, state, filled, spent
    from order_intent_p%1$02d
    where account_id = any('{%2$s}'::bigint[]) and state = 'EXPIRED' and valid_until >= date '1970-01-01' + %3$d
) to stdout (format binary)
