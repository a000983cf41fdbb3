-- every candidate has been walked over and takes its turn: it is counted when it has had it
select coalesce(sum(w.done), 0) - case when bool_or(w.in_turn) then sum(w.population) filter (where w.in_turn)
        else (select count(*) from sweep_candidate c where c.run_id = :run and c.pass = max(r.pass)) end as done,
    coalesce(sum(w.population) filter (where not w.in_turn), 0) as total,
    coalesce(sum(w.set_aside), 0) as aside
from run r
join work_partition w on w.run_id = r.id and w.pass = r.pass
where r.id = :run
