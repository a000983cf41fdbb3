select e.no, e.kind, e.detail, e.policy_hash
from event e
where e.rule = :rule and e.ref = :ref and e.account_id = :account and e.run_id = :run
