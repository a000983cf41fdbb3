select 'main_account' as name, count(*) as row_count,
    coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as digest
from (select id, number, code, name, policy, mapping, capital, opened_on, plan_content from main_account) t
union all
select 'account', count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
from account t
union all
select 'account_head', count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
from (select account_id, state, last_no, last_hash, base,
    cash, buffer, tax_reserve, allocated_contracts, allocated_shares, allocated_leaps, securities,
    short_options, tax_payable, suspense, capital, transfers, withdrawals,
    premium, gains_short, gains_long, dividends, interest, fees, taxes, settled_no, settled_policy from account_head) t
union all
select 'event', count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
from (select account_id, no, rule, ref, business_date, effective_date, kind, policy_hash, base_change, state,
    detail::text, prev_hash, hash from event) t
union all
select 'movement', count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
from movement t
union all
select 'year_result', count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
from year_result t
union all
select 'announcement', count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
from announcement t
union all
select 'brokerage_account', count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
from brokerage_account t
union all
select 'audit_entry', count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
from (select subject, action from audit_entry) t
order by 1
