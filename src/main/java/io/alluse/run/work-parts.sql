select run_id, pass, part, epoch, population, after_id, up_to_id, serial_bound, position, done,
    posted, nothing, waiting, review, not_eligible, set_aside, reasons, reason_counts, totals, digest, in_turn
from work_partition
where run_id = :run and pass = :pass
order by part
