-- Events that no run posted carry no run: of these the ones of a later business date are known to have come later.
select coalesce(min(e.no) - 1, (select last_no from account_head where account_id = :account))
from account_head h
-- the indexes of history begin with the number: one account's events are found number by number
cross join lateral generate_series(1, h.last_no) as n (no)
cross join lateral (select * from event where no = n.no and account_id = :account offset 0) e
where h.account_id = :account
    and (e.run_id >= :run or e.business_date > :date)
