-- Whatever has taken back the move has taken back the consolidation.
select c.id, c.account_id, a.code, c.target_id, t.code as target, c.strategy, c.triggers, c.amount, c.positions, c.net_worth, c.saving,
    c.improvement, c.benefit, c.risk, c.confidence, c.urgency, c.act_by, c.inputs, c.policy_hash, c.assessed_on, c.asked_by, c.asked_as,
    c.request, c.expires_on, c.merge_no, c.final_with, case when g.state = 'REVERSED' then g.state else c.state end as state, c.decided_by, c.decided_as, c.decided_at, c.reason, c.executed_on,
    case when g.state = 'REVERSED' then g.ended_on else c.reversed_on end as reversed_on
from consolidation c
join account a on a.id = c.account_id
left join account t on t.id = c.target_id
left join merge g on g.target_id = c.target_id and g.no = c.merge_no
where (:id::bigint is null or c.id = :id)
    and (:all or c.state in ('OPEN', 'APPROVED'))
    and (:account::bigint is null
        or c.account_id = :account
        or (:account & 65535 = 0 and c.account_id between :account and :account + 65535))
order by c.id desc
limit :most
