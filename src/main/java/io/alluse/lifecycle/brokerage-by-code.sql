select c.code, m.code as main_code, m.mapping, m.policy, m.id as main_id, a.id as account_id,
    b.id, b.state, b.reference, coalesce(a.opened_on, o.opened_on) as opened_on
from unnest(:codes::text[]) as c (code)
join main_account m on m.code = substring(c.code from '^A-[0-9]+') and m.id >= :low and m.id < :high
left join account a on c.code <> m.code and a.id >= :low and a.id < :high and a.code = c.code
left join lateral (
    -- one row by its key, whatever the planner believes about a table that has just been filled
    select b.id, b.state, b.reference
    from brokerage_account b
    where b.id = case when c.code = m.code then m.id else a.id end
    limit 1) b on true
-- under per-main it serves all of them, so the last one that was opened counts
left join lateral (
    select max(o.opened_on) as opened_on from account o where o.id between m.id + 1 and m.id + 65535) o on c.code = m.code
where c.code = m.code or a.id is not null
