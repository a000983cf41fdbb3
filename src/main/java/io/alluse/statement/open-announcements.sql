select n.account_id, a.code, n.event_no, n.seq, n.direction, n.amount, n.instrument, n.quantity, n.dated
from unnest(:accounts::bigint[]) as s (account_id)
cross join lateral (
    select *
    from announcement
    where account_id = s.account_id and state = 'open'
    offset 0) n
join lateral (select code from account where id = s.account_id offset 0) a on true
order by n.account_id, n.event_no, n.seq
