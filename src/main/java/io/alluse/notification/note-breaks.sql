with taken as (
    update reconciliation_break
    set noted = true
    -- never waits: who waits while holding rows could stand in the way of a job
    where id in (
        select id from reconciliation_break where not noted and state = 'open' order by id limit :most for update skip locked)
    returning *)
select t.id,
    coalesce(a.code, m.code) as subject,
    coalesce(t.instrument, 'cash') as what,
    case when t.instrument is null then t.stated else trim_scale(t.stated) end as stated,
    case when t.instrument is null then t.expected else trim_scale(t.expected) end as expected,
    t.as_of,
    t.run_id
from taken t
join main_account m on m.id = t.brokerage_id & -65536
left join account a on a.id = t.brokerage_id
order by t.id
