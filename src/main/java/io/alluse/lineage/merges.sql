with found as (
    select *
    from merge
    where target_id between :first and :last
        and (:no::integer is null or no = :no)
        and (:state::text is null or state = :state)
    order by business_date desc, target_id, no desc
    limit :most)
select g.target_id, t.code as target, g.no, g.kind, g.business_date, g.event_no, g.parent_id, g.fork_no,
    p.code || '-' || g.fork_no as fork, g.policy_hash, g.why, g.received, g.state, g.ended_on,
    m.account_id, a.code as member, m.event_no as member_event_no, m.whole, m.base, m.received as member_received,
    h.state as member_state, b.id as brokerage_id, b.state as mapped
from found g
join account t on t.id = g.target_id
left join account p on p.id = g.parent_id
cross join lateral (select * from merge_member where target_id = g.target_id and merge_no = g.no offset 0) m
join account a on a.id = m.account_id
join account_head h on h.account_id = m.account_id
join main_account am on am.id = m.account_id & ~65535::bigint
join brokerage_account b on b.id = case am.mapping when 'per-main' then am.id else a.id end
order by g.business_date desc, g.target_id, g.no desc, m.account_id
