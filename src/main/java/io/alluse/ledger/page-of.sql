-- the columns of page.sql
copy (
    select h.account_id, case a.tier when 'GEN' then 0 when 'REV' then 1 when 'COM' then 2 end,
        a.code, h.last_no, h.last_hash, h.state, h.settled_no, h.settled_policy, h.base,
        nullif(h.cash, 0), nullif(h.buffer, 0), nullif(h.tax_reserve, 0), nullif(h.allocated_contracts, 0),
        nullif(h.allocated_shares, 0), nullif(h.allocated_leaps, 0), nullif(h.securities, 0), nullif(h.short_options, 0),
        nullif(h.tax_payable, 0), nullif(h.suspense, 0), nullif(h.capital, 0), nullif(h.transfers, 0),
        nullif(h.withdrawals, 0), nullif(h.premium, 0), nullif(h.gains_short, 0), nullif(h.gains_long, 0),
        nullif(h.dividends, 0), nullif(h.interest, 0), nullif(h.fees, 0), nullif(h.taxes, 0),
        h.week_date, h.week_gain, h.week_taxes, h.quarter_date, h.quarter_gain, h.quarter_taxes, nullif(h.bound, 0)
    from account_head_p%1$02d h
    join account_p%1$02d a on a.id = h.account_id
    where h.account_id = any('{%2$s}'::bigint[])
        and a.id = any('{%2$s}'::bigint[])
    order by h.account_id
) to stdout (format binary)
