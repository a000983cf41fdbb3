-- A deposit that another resolution has named already is not taken twice.
with gone as (
    select effective_date as left_on
    from movement
    where account_id = :account and to_account = 'SUSPENSE'
    order by amount = :amount desc, effective_date desc
    limit 1
)
select g.left_on, d.line_id as deposit
from gone g
left join lateral (
    select v.line_id
    from movement v
    where v.account_id = :account and v.from_account = 'CAPITAL' and v.to_account = 'CASH' and v.amount = :amount
        and v.line_id is not null and v.effective_date >= g.left_on
        and not exists (
            select
            from movement r
            where r.account_id = :account and r.from_account = 'SUSPENSE' and r.line_id = v.line_id)
    order by v.effective_date, v.event_no, v.seq
    limit 1) d on true
