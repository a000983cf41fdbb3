select state, count(*) as due, greatest(0, extract(epoch from clock_timestamp() - min(due_at)))::bigint as lag
from due
where state not in ('DONE', 'SKIPPED')
group by state
