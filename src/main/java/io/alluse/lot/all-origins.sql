copy (
    select account_id, no, purchased, held_since, deferred
    from lot_origin
    where account_id = any('{%s}'::bigint[])
) to stdout (format binary)
