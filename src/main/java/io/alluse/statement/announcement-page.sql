select n.account_id, a.code, n.event_no, n.seq, n.direction, n.amount, n.instrument, n.quantity, n.dated
from announcement n
join account a on a.id = n.account_id
where (n.account_id, n.event_no, n.seq) > (:account, :event, :seq)
    and n.state = 'open'
order by n.account_id, n.event_no, n.seq
limit :limit
