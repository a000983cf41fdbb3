select m.event_no, m.from_account, m.to_account, m.amount, m.effective_date, m.transfer_id, m.line_id
from generate_series(1, :no::integer) as n (no)
cross join lateral (select * from movement where event_no = n.no and account_id = :account offset 0) m
order by m.event_no, m.seq
