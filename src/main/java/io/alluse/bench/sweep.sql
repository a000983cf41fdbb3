-- tax-and-buffer for accounts whose only results are short-term ones of this year, as one statement.
with due as (
    select h.*, a.code, y.short, round(y.short * 30 / 100, 2) as due, round(y.short * 30 / 100, 2) - h.taxes as accrual
    from account_head h
    join account a on a.id = h.account_id
    join year_result y on y.account_id = h.account_id and y.year = :year
    where h.state in ('ACTIVE', 'FORKING')
        and h.account_id >= :from and h.account_id < :to
        and a.id >= :from and a.id < :to
        and y.account_id >= :from and y.account_id < :to
), reserved as (
    select due.*, accrual - tax_payable as payable, least(accrual - tax_payable - tax_reserve, greatest(cash, 0)) as reserve,
        cash + buffer + tax_reserve + allocated_contracts + allocated_shares + allocated_leaps + securities
            + short_options + tax_payable - accrual as net_worth
    from due
), filled as (
    select reserved.*, round(net_worth * 5 / 100, 2) as target,
        least(round(net_worth * 5 / 100, 2) - buffer, greatest(cash - reserve, 0)) as refill
    from reserved
), told as (
    select filled.*,
        '{"buffer":{"before":"' || trim_scale(buffer) || '","moved":"' || trim_scale(refill)
            || '","netWorth":"' || trim_scale(net_worth) || '","rate":"5%","target":"' || trim_scale(target)
            || '"},"reserve":{"moved":"' || trim_scale(reserve) || '","payable":"' || trim_scale(payable)
            || '"},"tax":{"accrual":"' || trim_scale(accrual) || '","due":"' || trim_scale(due)
            || '","years":[{"due":"' || trim_scale(due) || '","short":"' || trim_scale(short)
            || '","shortRate":"30%","year":' || :year || '}]}}' as detail
    from filled
), hashed as (
    select told.*,
        sha256(convert_to(
            'alluse-event/1'
            || E'\ncode=' || code || E'\nno=' || (last_no + 1)
            || E'\ndate=' || :date || E'\neffective=' || :date
            || E'\nrule=tax-and-buffer' || E'\nref=' || :date || E'\nkind=SETTLED'
            || E'\npolicy=' || encode(:policy, 'hex')
            || E'\nbase=0' || E'\nstate='
            || E'\nmove=TAX_PAYABLE>TAXES|' || trim_scale(accrual) || '|' || :date || '||'
            || E'\nmove=CASH>TAX_RESERVE|' || trim_scale(reserve) || '|' || :date || '||'
            || E'\nmove=CASH>BUFFER|' || trim_scale(refill) || '|' || :date || '||'
            || E'\ndetail=' || detail
            || E'\nprev=' || encode(last_hash, 'hex'), 'UTF8')) as hash
    from told
), events as (
    insert into event (account_id, no, rule, ref, business_date, effective_date, kind, policy_hash, base_change, detail,
        prev_hash, hash, run_id)
    select account_id, last_no + 1, 'tax-and-buffer', :date, :date::date, :date::date, 'SETTLED', :policy, 0.00,
        detail::json, last_hash, hash, :run
    from hashed
    order by account_id
), movements as (
    insert into movement (account_id, event_no, seq, from_account, to_account, amount, effective_date)
    select h.account_id, h.last_no + 1, m.seq, m.from_account, m.to_account, m.amount, :date::date
    from hashed h
    cross join lateral (values
        (1::smallint, 'TAX_PAYABLE', 'TAXES', h.accrual),
        (2::smallint, 'CASH', 'TAX_RESERVE', h.reserve),
        (3::smallint, 'CASH', 'BUFFER', h.refill)) as m (seq, from_account, to_account, amount)
    order by h.account_id, m.seq
)
update account_head h
set last_no = d.last_no + 1,
    last_hash = d.hash,
    cash = d.cash - d.reserve - d.refill,
    buffer = d.buffer + d.refill,
    tax_reserve = d.tax_reserve + d.reserve,
    tax_payable = d.tax_payable - d.accrual,
    taxes = d.taxes + d.accrual,
    settled_no = d.last_no + 1,
    settled_policy = ('x' || encode(substr(:policy, 1, 8), 'hex'))::bit(64)::bigint
from hashed d
where h.account_id = d.account_id
    and h.account_id >= :from and h.account_id < :to
