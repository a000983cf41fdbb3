select run_id, pass, part, epoch, population, position, done, posted, totals, digest
from work_partition
where run_id = :run and pass = :pass
order by part
