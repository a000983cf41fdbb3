update work_partition
set position = :position,
    done = :done,
    posted = :posted,
    nothing = :nothing,
    waiting = :waiting,
    review = :review,
    not_eligible = :notEligible,
    set_aside = :setAside,
    reasons = :reasons,
    reason_counts = :reasonCounts,
    totals = :totals,
    digest = :digest
where run_id = :run and pass = :pass and part = :part and epoch = :epoch
