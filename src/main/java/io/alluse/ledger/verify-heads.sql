select account_id, state, last_no, last_hash, base,
    cash, buffer, tax_reserve, allocated_contracts, allocated_shares, allocated_leaps, securities,
    short_options, tax_payable, suspense, capital, transfers, withdrawals,
    premium, gains_short, gains_long, dividends, interest, fees, taxes,
    settled_no, settled_policy,
    week_date, week_gain, week_taxes, quarter_date, quarter_gain, quarter_taxes
from account_head_p%02d
where account_id between ? and ?
order by account_id
