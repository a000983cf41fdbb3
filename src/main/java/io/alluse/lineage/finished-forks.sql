select distinct f.parent_id, f.no
from fork_child c
join fork f on f.parent_id = c.parent_id and f.no = c.fork_no
where c.account_id = any(:accounts::bigint[]) and f.state = 'AWAITING'
    and not exists (
        select
        from fork_child s
        join account_head h on h.account_id = s.account_id
        where s.parent_id = c.parent_id and s.fork_no = c.fork_no and h.state = 'SAFE')
order by f.parent_id, f.no
