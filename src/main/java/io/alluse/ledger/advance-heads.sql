update account_head_p%02d h
set last_no = p.no,
    last_hash = p.hash,
    state = coalesce(p.state, h.state),
    settled_no = coalesce(p.settled_no, h.settled_no),
    settled_policy = coalesce(p.settled, h.settled_policy),
    week_date = coalesce(p.week, h.week_date),
    week_gain = case when p.week is null then h.week_gain else
        -(h.premium + coalesce(p.premium, 0) + h.gains_short + coalesce(p.gains_short, 0) + h.gains_long + coalesce(p.gains_long, 0)
        + h.dividends + coalesce(p.dividends, 0) + h.interest + coalesce(p.interest, 0) + h.fees + coalesce(p.fees, 0)) end,
    week_taxes = case when p.week is null then h.week_taxes else h.taxes + coalesce(p.taxes, 0) end,
    quarter_date = coalesce(p.quarter, h.quarter_date),
    quarter_gain = case when p.quarter is null then h.quarter_gain else
        -(h.premium + coalesce(p.premium, 0) + h.gains_short + coalesce(p.gains_short, 0) + h.gains_long + coalesce(p.gains_long, 0)
        + h.dividends + coalesce(p.dividends, 0) + h.interest + coalesce(p.interest, 0) + h.fees + coalesce(p.fees, 0)) end,
    quarter_taxes = case when p.quarter is null then h.quarter_taxes else h.taxes + coalesce(p.taxes, 0) end,
    base = h.base + p.base_change,
    cash = case when p.cash is null then h.cash else h.cash + p.cash end,
    buffer = case when p.buffer is null then h.buffer else h.buffer + p.buffer end,
    tax_reserve = case when p.tax_reserve is null then h.tax_reserve else h.tax_reserve + p.tax_reserve end,
    allocated_contracts = case when p.allocated_contracts is null then h.allocated_contracts else h.allocated_contracts + p.allocated_contracts end,
    allocated_shares = case when p.allocated_shares is null then h.allocated_shares else h.allocated_shares + p.allocated_shares end,
    allocated_leaps = case when p.allocated_leaps is null then h.allocated_leaps else h.allocated_leaps + p.allocated_leaps end,
    securities = case when p.securities is null then h.securities else h.securities + p.securities end,
    short_options = case when p.short_options is null then h.short_options else h.short_options + p.short_options end,
    tax_payable = case when p.tax_payable is null then h.tax_payable else h.tax_payable + p.tax_payable end,
    suspense = case when p.suspense is null then h.suspense else h.suspense + p.suspense end,
    capital = case when p.capital is null then h.capital else h.capital + p.capital end,
    transfers = case when p.transfers is null then h.transfers else h.transfers + p.transfers end,
    withdrawals = case when p.withdrawals is null then h.withdrawals else h.withdrawals + p.withdrawals end,
    premium = case when p.premium is null then h.premium else h.premium + p.premium end,
    gains_short = case when p.gains_short is null then h.gains_short else h.gains_short + p.gains_short end,
    gains_long = case when p.gains_long is null then h.gains_long else h.gains_long + p.gains_long end,
    dividends = case when p.dividends is null then h.dividends else h.dividends + p.dividends end,
    interest = case when p.interest is null then h.interest else h.interest + p.interest end,
    fees = case when p.fees is null then h.fees else h.fees + p.fees end,
    taxes = case when p.taxes is null then h.taxes else h.taxes + p.taxes end
-- an array that is empty stands for a column that no posting moves
from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as p (
    account_id, last_no, last_hash, no, hash, state, settled_no, settled, week, quarter, base_change,
    cash, buffer, tax_reserve, allocated_contracts, allocated_shares, allocated_leaps, securities,
    short_options, tax_payable, suspense, capital, transfers, withdrawals,
    premium, gains_short, gains_long, dividends, interest, fees, taxes)
-- the bounds keep a plan that does not look the accounts up one by one from reading the whole table
where h.account_id = p.account_id
    and h.last_no = p.last_no
    and h.last_hash = p.last_hash
    and h.account_id between ? and ?
