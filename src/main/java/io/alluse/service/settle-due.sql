update due d
set state = 'DONE', run_id = r.id, why = 'done by run ' || r.id, not_before = null, ended_at = coalesce(r.ended_at, :now)
from run r
where d.state in ('DUE', 'FAILED', 'HELD', 'MISSED')
    and r.job = d.job
    and r.business_date = d.business_date
    and r.input_digest = ''
    and r.outcome in ('COMPLETED', 'COMPLETED_WITH_SET_ASIDES')
