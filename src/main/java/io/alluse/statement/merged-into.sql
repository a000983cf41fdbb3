-- Accounts that a merge has emptied, and where what still arrives for them goes: to the last one, if that has been merged as well.
with recursive gone as (
    select asked.id as account_id, g.target_id
    from unnest(:accounts::bigint[]) as asked (id)
    cross join lateral (select * from merge_member where account_id = asked.id and whole offset 0) m
    cross join lateral (
        select * from merge where target_id = m.target_id and no = m.merge_no and state <> 'REVERSED' offset 0) g
    union
    select gone.account_id, g.target_id
    from gone
    cross join lateral (select * from merge_member where account_id = gone.target_id and whole offset 0) m
    cross join lateral (
        select * from merge where target_id = m.target_id and no = m.merge_no and state <> 'REVERSED' offset 0) g)
select account_id, target_id
from gone
where not exists (
    select
    from merge_member m
    join merge g on g.target_id = m.target_id and g.no = m.merge_no and g.state <> 'REVERSED'
    where m.account_id = gone.target_id and m.whole)
