update account_head h
set last_no = h.last_no + 1,
    last_hash = p.hash,
    state = coalesce(p.state, h.state),
    settled_no = case when p.settled is null then h.settled_no else h.last_no + 1 end,
    settled_policy = coalesce(p.settled, h.settled_policy),
    base = h.base + p.base_change,
    cash = h.cash + p.cash,
    buffer = h.buffer + p.buffer,
    tax_reserve = h.tax_reserve + p.tax_reserve,
    allocated_contracts = h.allocated_contracts + p.allocated_contracts,
    allocated_shares = h.allocated_shares + p.allocated_shares,
    allocated_leaps = h.allocated_leaps + p.allocated_leaps,
    securities = h.securities + p.securities,
    short_options = h.short_options + p.short_options,
    tax_payable = h.tax_payable + p.tax_payable,
    suspense = h.suspense + p.suspense,
    capital = h.capital + p.capital,
    transfers = h.transfers + p.transfers,
    withdrawals = h.withdrawals + p.withdrawals,
    premium = h.premium + p.premium,
    gains_short = h.gains_short + p.gains_short,
    gains_long = h.gains_long + p.gains_long,
    dividends = h.dividends + p.dividends,
    interest = h.interest + p.interest,
    fees = h.fees + p.fees,
    taxes = h.taxes + p.taxes
from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as p (
    account_id, last_no, last_hash, hash, state, settled, base_change,
    cash, buffer, tax_reserve, allocated_contracts, allocated_shares, allocated_leaps, securities,
    short_options, tax_payable, suspense, capital, transfers, withdrawals,
    premium, gains_short, gains_long, dividends, interest, fees, taxes)
-- the bounds leave out all table partitions but the one that is locked
where h.account_id = p.account_id
    and h.last_no = p.last_no
    and h.last_hash = p.last_hash
    and h.account_id between ? and ?
