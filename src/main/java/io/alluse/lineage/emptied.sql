-- by their keys, one after the other, whatever the planner thinks of tables that are being filled
select m.account_id, g.target_id, t.code as target, g.no, g.business_date
from unnest(:accounts::bigint[]) as asked (id)
cross join lateral (select * from merge_member where account_id = asked.id and whole offset 0) m
cross join lateral (
    select * from merge where target_id = m.target_id and no = m.merge_no and state <> 'REVERSED' offset 0) g
cross join lateral (select code from account where id = g.target_id offset 0) t
