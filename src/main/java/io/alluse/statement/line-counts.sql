select 'posted' as verdict, coalesce(sum(lines), 0)::bigint as lines
from statement_line
where run_id = :run and settles is null
union all
select verdict, sum(lines)::bigint
from statement_verdict
where run_id = :run
group by verdict
