with taken as (
    update alert
    set noted = true
    -- never waits: who waits while holding rows could stand in the way of a job
    where id in (select id from alert where not noted and state = 'open' order by id limit :most for update skip locked)
    returning *)
select t.id, coalesce(a.code, m.code) as subject, t.kind, t.text, t.next_step, t.run_id
from taken t
join main_account m on m.id = t.subject_id & -65536
left join account a on a.id = t.subject_id
order by t.id
