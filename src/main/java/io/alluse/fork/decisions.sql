select d.id, a.code, d.account_id, d.asked_on, d.amount, d.score, d.verdict, d.factors, d.policy_hash, d.asked_by, d.asked_as,
    d.state, d.expires_on, d.decided_by, d.decided_as, d.decided_at, d.reason
from decision d
join account a on a.id = d.account_id
where (:id::bigint is null or d.id = :id)
    and (:all or d.state = 'OPEN')
    and (:account::bigint is null
        or d.account_id = :account
        or (:account & 65535 = 0 and d.account_id between :account and :account + 65535))
order by d.id desc
limit :most
