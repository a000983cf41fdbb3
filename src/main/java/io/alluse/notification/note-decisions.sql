with taken as (
    update decision
    set noted = true
    -- never waits: who waits while holding rows could stand in the way of a job
    where id in (select id from decision where not noted and state = 'OPEN' order by id limit :most for update skip locked)
    returning id, kind, account_id, amount, score, verdict, expires_on)
select t.id, a.code as subject, t.kind, t.amount, t.score, t.expires_on
from taken t
join account a on a.id = t.account_id
where t.verdict = 'REVIEW'
order by t.id
