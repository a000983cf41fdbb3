with side as (
    select transfer_id, account_id, amount, to_account = 'TRANSFERS' as pays
    from movement
    where transfer_id is not null
), broken as (
    select transfer_id,
        min(account_id) as account_id,
        count(*) filter (where pays) as payments,
        count(*) filter (where not pays) as receipts,
        coalesce(sum(amount) filter (where pays), 0) as paid,
        coalesce(sum(amount) filter (where not pays), 0) as received
    from side
    group by transfer_id
    having count(*) <> 2
        or count(*) filter (where pays) <> 1
        or min(amount) <> max(amount)
        or min(account_id) = max(account_id)
)
select b.transfer_id, coalesce(a.code, 'unknown') as account, b.payments, b.receipts, b.paid, b.received
from broken b
left join account a on a.id = b.account_id
order by b.account_id, b.transfer_id
