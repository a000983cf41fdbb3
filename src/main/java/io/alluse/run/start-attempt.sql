with attempt as (
    insert into run_attempt (run_id, no, node, pid, os_user, started_at)
    select :run, coalesce(max(no), 0) + 1, :node, :pid, :user, :now
    from run_attempt
    where run_id = :run
    returning no
), started as (
    update run set outcome = 'STARTED', ended_at = null, failure = null where id = :run
), fenced as (
    update work_partition set epoch = (select no from attempt) where run_id = :run
)
select no from attempt
