-- Attempts that have ended badly, and those that have not ended; the last one of a run speaks for it.
select a.run_id,
    a.no,
    a.outcome,
    a.ended_at,
    r.job,
    r.business_date,
    r.input_name,
    r.outcome as run_outcome,
    r.failure,
    a.no = (select max(no) from run_attempt where run_id = a.run_id) as last,
    a.node = :node and a.pid = :pid as ours,
    case
        when r.input_digest = ''
        then (select count(*) from account_outcome o
            where o.run_id = r.id and o.outcome = 'SET_ASIDE' and o.taken_in is null and o.resolved_at is null)
        else r.set_aside
    end as set_aside
from run_attempt a
join run r on r.id = a.run_id
where not a.noted and (a.ended_at is null or a.outcome in ('FAILED', 'COMPLETED_WITH_SET_ASIDES'))
order by a.run_id, a.no
