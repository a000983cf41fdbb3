-- Files that say both what they begin and what they end with, and whose lines, all of them readable, do not lead from one to the other.
select c.line, o.amount + coalesce(l.moved, 0) as expected, c.amount as stated
from statement_stated c
join statement_stated o on o.run_id = c.run_id and o.account = c.account and o.kind = 'opening'
join statement_account a on a.run_id = c.run_id and a.name = c.account
left join lateral (
    select sum(amount) as moved from statement_stage where run_id = :run and brokerage_id = a.brokerage_id) l on true
where c.run_id = :run
    and c.kind = 'closing'
    and a.brokerage_id is not null
    -- one period and one account each: of several the lines cannot be told apart here
    and (select count(*) from statement_stated s where s.run_id = :run and s.account = c.account and s.kind <> 'position') = 2
    and (select count(*) from statement_account s where s.run_id = :run and s.brokerage_id = a.brokerage_id) = 1
    and not exists (select from statement_verdict v where v.run_id = :run and v.verdict = 'rejected')
    and abs(o.amount + coalesce(l.moved, 0) - c.amount) >= 0.01
order by c.line
