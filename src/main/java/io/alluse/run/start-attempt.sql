-- Attempts that never said how they ended are over: the run's lock is in other hands.
with gone as (
    update run_attempt
    set ended_at = :now, outcome = 'FAILED', failure = :lost
    where run_id = :run and ended_at is null
), attempt as (
    insert into run_attempt (run_id, no, node, pid, os_user, session, started_at)
    select :run, coalesce(max(no), 0) + 1, :node, :pid, :user, :session, :now
    from run_attempt
    where run_id = :run
    returning no
), started as (
    update run
    set outcome = 'STARTED', ended_at = null, failure = null, stop_requested_at = null, stop_requested_by = null
    where id = :run
), fenced as (
    update work_partition set epoch = (select no from attempt) where run_id = :run
)
select no from attempt
