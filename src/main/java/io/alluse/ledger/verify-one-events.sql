-- the indexes of history begin with the number: from each number that there is in the partition to the next one, so that an event
-- is found wherever it has been put
with recursive number (no) as (
    (select no from event_p%1$02d order by no limit 1)
    union all
    select (select e.no from event_p%1$02d e where e.no > n.no order by e.no limit 1)
    from number n
    where n.no is not null
)
select e.account_id, e.no, e.rule, e.ref, e.business_date, e.effective_date, e.kind, e.policy_hash, e.base_change,
    e.state, e.detail, e.prev_hash, e.hash
from number n
cross join lateral (select * from event_p%1$02d where no = n.no and account_id between ? and ? offset 0) e
order by e.account_id, e.no
