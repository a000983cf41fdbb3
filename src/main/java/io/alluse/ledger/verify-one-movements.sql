-- as for the events; a movement without an event is looked for, too
with recursive number (no) as (
    (select event_no from movement_p%1$02d order by event_no limit 1)
    union all
    select (select m.event_no from movement_p%1$02d m where m.event_no > n.no order by m.event_no limit 1)
    from number n
    where n.no is not null
)
select m.account_id, m.event_no, m.seq, m.from_account, m.to_account, m.amount, m.effective_date, m.transfer_id, m.line_id
from number n
cross join lateral (select * from movement_p%1$02d where event_no = n.no and account_id between ? and ? offset 0) m
order by m.account_id, m.event_no, m.seq
