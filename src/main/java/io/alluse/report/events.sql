select no, business_date, effective_date, rule, ref, kind, state, base_change, detail, run_id,
    encode(policy_hash, 'hex') as policy_hash, encode(hash, 'hex') as hash
from event
where account_id = :account and no > :after
order by no
limit :limit
