-- As they were before an event of the account: made earlier, not ended yet; of fills those that had come by then.
copy (
    select i.account_id, i.event_no, i.no::integer, i.business_date, i.kind, i.symbol, i.quantity, i.budget, i.price, i.price_date,
        i.delta_from::integer, i.delta_to::integer, i.valid_from, i.valid_until, i.expiry_from, i.expiry_to, 'OPEN',
        coalesce(f.filled, 0), coalesce(f.spent, 0)
    from order_intent_p%1$02d i
    cross join lateral (
        select sum(quantity) as filled, sum(spent) as spent from order_intent_fill_p%1$02d
        where account_id = i.account_id and event_no = i.event_no and no = i.no and after_no < %3$d) f
    where i.account_id = %2$d and i.event_no < %3$d and (i.ended_no is null or i.ended_no >= %3$d)
    order by i.event_no, i.no
) to stdout (format binary)
