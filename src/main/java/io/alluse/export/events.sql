copy (
    with page as materialized (
        select *
        from event
        where account_id >= %1$d and account_id < %2$d and serial > %3$d and serial <= %4$d
        order by serial
        limit %5$d)
    select e.serial,
        a.code,
        e.no,
        e.rule,
        e.ref,
        e.business_date,
        e.effective_date,
        e.kind,
        e.policy_hash,
        e.base_change,
        e.state,
        e.detail,
        e.prev_hash,
        e.hash,
        e.run_id::text,
        v.from_account,
        v.to_account,
        v.amount,
        v.effective_date,
        v.transfer_id,
        v.line_id
    from page e
    -- row by row through their keys, whatever the planner thinks of tables that are just growing
    cross join lateral (select code from account where id = e.account_id and id >= %1$d and id < %2$d offset 0) a
    left join lateral (
        select *
        from movement
        where event_no = e.no and account_id = e.account_id and account_id >= %1$d and account_id < %2$d
        offset 0) v on true
    order by e.serial, v.seq
) to stdout (format binary)
