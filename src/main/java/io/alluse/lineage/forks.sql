with found as (
    select *
    from fork
    where parent_id between :first and :last
        and (:no::integer is null or no = :no)
        and (:state::text is null or state = :state)
    order by business_date desc, parent_id, no desc
    limit :most)
select f.parent_id, p.code as parent, f.no, f.business_date, f.event_no, f.amount, f.base_change, m.code as main,
    f.decision_id, f.state, f.ended_on, f.validation,
    c.account_id, a.code as child, c.amount as received, c.transfer_id, h.state as child_state, b.id as brokerage_id,
    b.state as mapped
from found f
join account p on p.id = f.parent_id
left join main_account m on m.id = f.main_id
cross join lateral (select * from fork_child where parent_id = f.parent_id and fork_no = f.no offset 0) c
join account a on a.id = c.account_id
join account_head h on h.account_id = c.account_id
join main_account cm on cm.id = c.account_id & ~65535::bigint
join brokerage_account b on b.id = case cm.mapping when 'per-main' then cm.id else a.id end
order by f.business_date desc, f.parent_id, f.no desc, c.account_id
