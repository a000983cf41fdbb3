select h.account_id, a.code, a.tier, h.state, h.last_no, h.last_hash, h.base,
    h.cash, h.buffer, h.tax_reserve, h.allocated_contracts, h.allocated_shares, h.allocated_leaps, h.securities,
    h.short_options, h.tax_payable, h.suspense, h.capital, h.transfers, h.withdrawals,
    h.premium, h.gains_short, h.gains_long, h.dividends, h.interest, h.fees, h.taxes,
    h.settled_no, h.settled_policy
from account_head_p%1$02d h
join account_p%1$02d a on a.id = h.account_id
where h.account_id > :after and h.account_id <= :upTo
    and a.id > :after and a.id <= :upTo
    and h.serial <= :bound
    and a.tier = any(:tiers)
order by h.account_id
limit :limit
