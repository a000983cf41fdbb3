select h.account_id, a.code, a.tier, h.state, h.last_no, h.last_hash, h.base,
    h.cash, h.buffer, h.tax_reserve, h.allocated_contracts, h.allocated_shares, h.allocated_leaps, h.securities,
    h.short_options, h.tax_payable, h.suspense, h.capital, h.transfers, h.withdrawals,
    h.premium, h.gains_short, h.gains_long, h.dividends, h.interest, h.fees, h.taxes,
    h.settled_no, h.settled_policy,
    h.week_date, h.week_gain, h.week_taxes, h.quarter_date, h.quarter_gain, h.quarter_taxes, h.bound
from account_head h
join account a on a.id = h.account_id
-- the bounds leave out the table partitions that have none of them
where h.account_id = any(:accounts)
    and h.account_id between :least and :greatest
    and a.id between :least and :greatest
order by h.account_id
