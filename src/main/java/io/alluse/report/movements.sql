select event_no, from_account, to_account, amount, effective_date, transfer_id, line_id
from movement
where account_id = :account and event_no between :first and :last
order by event_no, seq
