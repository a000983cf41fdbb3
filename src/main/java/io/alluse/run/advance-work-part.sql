update work_partition
set position = :position, done = :done, posted = :posted, totals = :totals, digest = :digest
where run_id = :run and pass = :pass and part = :part and epoch = :epoch
