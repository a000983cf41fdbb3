with mine as (
    select m.id, m.capital
    from main_account m
    where m.number between (select min(number) from plan_row where run_id = :run)
            and (select max(number) from plan_row where run_id = :run)
        and m.run_id = :run
), heads as (
    select count(*) as accounts, coalesce(sum(h.base), 0) as base,
        coalesce(sum(h.cash + h.buffer + h.tax_reserve + h.allocated_contracts + h.allocated_shares + h.allocated_leaps
            + h.securities + h.short_options + h.tax_payable), 0) as net_worth
    from account_head h
    join mine on mine.id = h.account_id & ~65535::bigint
)
select (select count(*) from mine) as mains, (select coalesce(sum(capital), 0) from mine) as capital,
    heads.accounts, heads.base, heads.net_worth
from heads
