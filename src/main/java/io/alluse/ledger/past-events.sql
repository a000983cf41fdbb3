select e.no, e.rule, e.business_date, e.kind, e.state, e.base_change, e.policy_hash, e.hash
from generate_series(1, :no::integer) as n (no)
-- the indexes of history begin with the number: one account's events are found number by number
cross join lateral (select * from event where no = n.no and account_id = :account offset 0) e
order by e.no
