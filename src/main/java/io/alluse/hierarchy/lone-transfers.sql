with side as (
    select transfer_id, account_id, amount, to_account = 'TRANSFERS' as pays
    from movement_p%1$02d
    where transfer_id is not null
), lone as (
    select transfer_id,
        coalesce(sum(amount) filter (where pays), 0) as paid,
        coalesce(sum(amount) filter (where not pays), 0) as received
    from side
    group by transfer_id
    having count(*) <> 2
        or count(*) filter (where pays) <> 1
        or min(amount) <> max(amount)
        or min(account_id) = max(account_id)
)
select s.account_id, 'transfer ' || s.transfer_id || ' has no twin' as what,
    'paid ' || l.paid || ', received ' || l.received as value
from lone l
join side s on s.transfer_id = l.transfer_id
group by s.account_id, s.transfer_id, l.paid, l.received
order by s.account_id, s.transfer_id
