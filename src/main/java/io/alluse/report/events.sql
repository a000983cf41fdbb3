select e.no, e.business_date, e.effective_date, e.rule, e.ref, e.kind, e.state, e.base_change, e.detail, e.run_id,
    encode(e.policy_hash, 'hex') as policy_hash, encode(e.hash, 'hex') as hash
from account_head h
-- the indexes of history begin with the number: one account's events are found number by number
cross join lateral generate_series(:after::integer + 1, least(h.last_no, :after::bigint + :limit)::integer) as n (no)
cross join lateral (select * from event where no = n.no and account_id = :account offset 0) e
where h.account_id = :account
order by e.no
