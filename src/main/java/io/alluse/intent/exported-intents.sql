-- What a run has made, account by account; `shared`: the main account has one brokerage account for all of its accounts.
copy (
    select i.account_id, i.event_no, i.no::integer, a.code, (b.id is not null)::integer, i.kind, i.symbol, i.quantity, i.budget, i.price,
        i.price_date, i.delta_from::integer, i.delta_to::integer, i.expiry_from, i.expiry_to, i.valid_from, i.valid_until
    from order_intent_p%1$02d i
    join account_p%1$02d a on a.id = i.account_id
    left join brokerage_account b on b.id = (i.account_id & -65536)
    where i.business_date = date '1970-01-01' + %2$d
    order by i.account_id, i.event_no, i.no
) to stdout (format binary)
