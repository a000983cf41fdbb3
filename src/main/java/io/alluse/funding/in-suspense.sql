select a.code, h.suspense, h.state, v.left_on
from account_head h
join account a on a.id = h.account_id
cross join lateral (
    select max(effective_date) as left_on
    from movement
    where account_id = h.account_id and to_account = 'SUSPENSE') v
where h.suspense <> 0
order by h.account_id
