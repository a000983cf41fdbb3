insert into consolidation (account_id, target_id, strategy, triggers, amount, positions, net_worth, saving, improvement, benefit, risk,
    confidence, urgency, act_by, inputs, policy_hash, assessed_on, asked_by, asked_at, request, state, expires_on)
values (:account, :target, :strategy, :triggers, :amount, :positions, :netWorth, :saving, :improvement, :benefit, :risk,
    :confidence, :urgency, :actBy, :inputs::json, :policy, :on, :who, :now, :request, :state, :expires)
returning id
