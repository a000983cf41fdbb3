select o.run_id, r.job, r.business_date, o.pass, o.account_id, a.code, o.outcome, o.reason, o.short_by,
    o.taken_in, o.resolved_at, o.resolved_by, o.resolution
from account_outcome o
join run r on r.id = o.run_id
join account a on a.id = o.account_id
where (o.run_id, o.pass, o.account_id) > (:run, :pass, :account)
    and o.run_id between :firstRun and :lastRun
    and o.account_id between :firstAccount and :lastAccount
    -- as the index on the open ones has it
    and o.outcome = 'SET_ASIDE' and o.taken_in is null and o.resolved_at is null
order by o.run_id, o.pass, o.account_id
limit :limit
