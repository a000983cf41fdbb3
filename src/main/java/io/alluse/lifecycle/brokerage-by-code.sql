select c.code, m.code as main_code, m.mapping, m.policy, m.id as main_id, a.id as account_id,
    b.id, b.state, b.reference, coalesce(a.opened_on, o.opened_on) as opened_on
from unnest(:codes::text[]) as c (code)
left join account a on a.id >= :low and a.id < :high and a.code = c.code
-- whose code begins with another main account's may still be of a main account of its own, which a fork opened
cross join lateral (
    select code, mapping, policy, id from main_account where a.id is not null and id = a.id & ~65535::bigint
    union all
    select code, mapping, policy, id from main_account where a.id is null and code = c.code and id >= :low and id < :high
    limit 1) m
left join lateral (
    -- one row by its key, whatever the planner believes about a table that has just been filled
    select b.id, b.state, b.reference
    from brokerage_account b
    where b.id = case when c.code = m.code then m.id else a.id end
    limit 1) b on true
-- under per-main it serves all of them, so the last one that was opened counts
left join lateral (
    select max(o.opened_on) as opened_on from account o where o.id between m.id + 1 and m.id + 65535) o on c.code = m.code
