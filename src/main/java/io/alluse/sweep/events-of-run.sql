select count(*) from event where run_id = :run
