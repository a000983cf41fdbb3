-- by their keys, one after the other, whatever the planner thinks of tables that are being filled
select c.account_id, a.code, h.state
from unnest(:accounts::bigint[]) as asked (id)
cross join lateral (select * from fork_child where account_id = asked.id offset 0) c
cross join lateral (
    select from fork where parent_id = c.parent_id and no = c.fork_no and state = 'AWAITING' offset 0) f
cross join lateral (
    select account_id from fork_child
    where parent_id = c.parent_id and fork_no = c.fork_no and account_id <> c.account_id offset 0) s
cross join lateral (
    select state from account_head where account_id = s.account_id and state in ('SAFE', 'SUSPENDED') offset 0) h
cross join lateral (select code from account where id = s.account_id offset 0) a
order by c.account_id, s.account_id
