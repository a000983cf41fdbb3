-- The cash, or the units of each instrument, after the last line: what is said last of the last day counts.
with said as (
    select a.brokerage_id, s.instrument, s.amount, s.line, coalesce(s.as_of, t.last_on) as day
    from statement t
    join statement_stated s on s.run_id = t.run_id
    join statement_account a on a.run_id = s.run_id and a.name = s.account
    where t.run_id = :run
        and s.kind = :kind
        and a.brokerage_id > :after
        and coalesce(s.as_of, t.last_on) is not null
), page as (
    select brokerage_id, max(day) as day
    from said
    group by brokerage_id
    order by brokerage_id
    limit :limit
)
select distinct on (p.brokerage_id, s.instrument) p.brokerage_id, p.day, s.instrument, s.amount
from page p
join said s on s.brokerage_id = p.brokerage_id and s.day = p.day
order by p.brokerage_id, s.instrument, s.line desc
