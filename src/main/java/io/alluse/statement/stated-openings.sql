-- The cash before the first line, once per brokerage account: a file of several periods says it at its first one.
select distinct on (a.brokerage_id) a.brokerage_id, s.line, coalesce(s.as_of, t.first_on) as day, s.amount
from statement t
join statement_stated s on s.run_id = t.run_id
join statement_account a on a.run_id = s.run_id and a.name = s.account
where t.run_id = :run
    and s.kind = 'opening'
    and a.brokerage_id is not null
    and coalesce(s.as_of, t.first_on) is not null
order by a.brokerage_id, day, s.line
