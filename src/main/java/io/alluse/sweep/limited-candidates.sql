select account_id, most, unlimited_before, since
from (
    select c.account_id, c.code, c.most, s.since,
        count(*) filter (where c.most is null) over (order by s.since, c.code collate "C") as unlimited_before
    from sweep_candidate c
    left join sweep_queue q on q.job = :job and q.account_id = c.account_id
    cross join lateral (select coalesce(q.since, :date) as since) s
    where c.run_id = :run and c.pass = :pass) ordered
where most is not null
order by since, code collate "C"
