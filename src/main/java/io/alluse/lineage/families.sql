-- by their keys, one after the other, whatever the planner thinks of tables that are being filled
select f.parent_id, f.fork_no, f.founded_on, f.received, p.code as parent, m.mapping, t.id as target_id, s.account_id
from (
    select distinct c.parent_id, c.fork_no
    from unnest(:accounts::bigint[]) as asked (id)
    cross join lateral (select parent_id, fork_no from fork_child where account_id = asked.id offset 0) c) d
cross join lateral (
    select * from fork_family
    where parent_id = d.parent_id and fork_no = d.fork_no and (state = 'open' or :merged and state <> 'reversed') offset 0) f
cross join lateral (select code from account where id = f.parent_id offset 0) p
cross join lateral (select id, code, mapping from main_account where id = f.parent_id & ~65535::bigint offset 0) m
cross join lateral (
    select id from account where id between m.id + 1 and m.id + 65535 and code = m.code || '-COM' offset 0) t
cross join lateral (
    select account_id from fork_child where parent_id = f.parent_id and fork_no = f.fork_no offset 0) s
order by f.parent_id, f.fork_no, s.account_id
