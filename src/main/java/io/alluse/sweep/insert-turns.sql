insert into sweep_turn (run_id, pass, part, seq, account_id)
select c.run_id, c.pass, p.part,
    row_number() over (partition by p.part order by coalesce(q.since, :date), c.code collate "C"),
    c.account_id
from sweep_candidate c
cross join lateral (select :part + case when :one then 0 else 1 + (c.account_id >> 56) end as part) p
left join sweep_queue q on q.job = :job and q.account_id = c.account_id
where c.run_id = :run and c.pass = :pass and (c.most is null or c.account_id = any(:admitted::bigint[]))
