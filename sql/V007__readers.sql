-- What the reporting role may see: parent tables with row-level security and views, never a partition.
--
-- alluse_reader itself reads every main account. A person gets a login of their own, a member of alluse_reader, and a row here per
-- main account (or one row with null for all of them); without a row such a login sees nothing:
--     create role ann login password '…';
--     grant alluse_reader to ann;
--     insert into alluse.reader_access select 'ann', id from alluse.main_account where code = 'A-000042';

create table reader_access (
    role_name name not null,
    main_id bigint references main_account,
    unique nulls not distinct (role_name, main_id)
);
insert into reader_access (role_name) values ('alluse_reader');

comment on table reader_access is 'which login reads which main account; only the owner of the schema changes it';
comment on column reader_access.main_id is 'null: every main account';

-- What the current user may read. A person who takes on alluse_reader by SET ROLE gains nothing: it counts only for its own login
-- and for logins that may act as the program, which sees everything anyway.
create view reader_scope with (security_barrier) as
select main_id
from reader_access
where role_name = current_user
    and (current_user <> 'alluse_reader'
        or session_user = current_user
        or pg_has_role(session_user, 'alluse_program', 'member'));

comment on view reader_scope is 'the main accounts that the current user reads; a null stands for all';

grant select on reader_scope to alluse_reader;

-- Sub-selects without a reference to the row are carried out once per query, not once per row. The program sees and writes all;
-- it copies into partitions, which have no row-level security and which readers cannot touch.
do $$
declare
    scoped record;
    everything constant text := '(select bool_or(main_id is null) from reader_scope)';
    mains constant text := '(select main_id from reader_scope where main_id is not null)';
begin
    for scoped in
        select *
        from (values
            ('main_account', 'id'),
            ('account', 'id'),
            ('account_head', 'account_id'),
            ('brokerage_account', 'main_id'),
            ('account_override', 'subject_id'),
            ('announcement', 'account_id'),
            ('event', 'account_id'),
            ('movement', 'account_id')) as t (name, id)
    loop
        execute format('alter table %I enable row level security', scoped.name);
        execute format('create policy program on %I to alluse_program using (true) with check (true)', scoped.name);
        execute format('create policy reader on %I for select to alluse_reader using (%s or (%I & -65536) in %s)',
            scoped.name, everything, scoped.id, mains);
        execute format('grant select on %I to alluse_reader', scoped.name);
    end loop;
end $$;

-- Rule books are no secret; those with somebody's overrides are for readers of everything.
alter table policy enable row level security;
create policy program on policy to alluse_program using (true) with check (true);
create policy reader on policy for select to alluse_reader
    using (base or (select bool_or(main_id is null) from reader_scope));
grant select on policy to alluse_reader;

-- What is about the whole system or names anyone is reached through the views below, which filter it.
revoke all on audit, audit_entry, run, run_attempt, work_partition, plan_row, input_problem from alluse_reader;

-- Amounts have the sign people expect: what is owned, owed, earned or spent is positive.
create view report_account with (security_invoker) as
select a.code,
    m.code as main,
    m.name as main_name,
    a.tier,
    h.state,
    p.code as parent,
    m.policy,
    a.opened_on,
    h.base,
    w.net_worth,
    w.net_worth - h.base as surplus,
    h.cash,
    h.buffer,
    h.tax_reserve,
    h.allocated_contracts,
    h.allocated_shares,
    h.allocated_leaps,
    h.securities,
    -h.short_options as short_options,
    -h.tax_payable as tax_payable,
    h.suspense,
    -h.capital as capital,
    -h.transfers as transfers,
    h.withdrawals,
    -h.premium as premium,
    -h.gains_short as gains_short,
    -h.gains_long as gains_long,
    -h.dividends as dividends,
    -h.interest as interest,
    h.fees,
    h.taxes,
    m.mapping,
    b.state as brokerage_state,
    b.reference as brokerage_reference,
    h.last_no,
    m.number as main_number,
    m.id as main_id,
    a.id as account_id
from main_account m
-- by range for those who come from few main accounts, by equality for those who read them all
join account a on a.id between m.id + 1 and m.id + 65535 and (a.id & -65536) = m.id
join account_head h on h.account_id = a.id
cross join lateral (
    select h.cash + h.buffer + h.tax_reserve + h.allocated_contracts + h.allocated_shares + h.allocated_leaps
        + h.securities + h.short_options + h.tax_payable as net_worth) w
left join brokerage_account b on b.id = case m.mapping when 'per-main' then m.id else a.id end
left join account p on p.id = a.parent_id;

comment on view report_account is 'every account with balances of natural sign; drill down with where main = …';
comment on column report_account.parent is 'the account it was forked from';
comment on column report_account.base is 'contributed capital';
comment on column report_account.net_worth is 'at cost: cash in all buckets and securities, less short options and tax payable';
comment on column report_account.surplus is 'net worth less base';
comment on column report_account.short_options is 'premium received for options still open';
comment on column report_account.tax_payable is 'tax accrued and not paid';
comment on column report_account.suspense is 'posted facts that a person is still to resolve';
comment on column report_account.last_no is 'number of the last event: the length of its history';

create view report_main with (security_invoker) as
select m.code,
    m.name,
    m.policy,
    m.mapping,
    m.opened_on,
    m.capital,
    s.accounts,
    s.base,
    s.net_worth,
    s.net_worth - s.base as surplus,
    s.cash,
    s.buffer,
    round(100 * s.net_worth / nullif(sum(s.net_worth) over (), 0), 4) as share_percent,
    rank() over (order by s.net_worth desc) as place
from (
    select main_id,
        count(*) as accounts,
        sum(base) as base,
        sum(net_worth) as net_worth,
        sum(cash) as cash,
        sum(buffer) as buffer
    from (
        select account_id & -65536 as main_id, base, cash, buffer,
            cash + buffer + tax_reserve + allocated_contracts + allocated_shares + allocated_leaps
                + securities + short_options + tax_payable as net_worth
        from account_head) h
    group by main_id) s
join main_account m on m.id = s.main_id;

comment on view report_main is 'main accounts side by side';
comment on column report_main.capital is 'what it was opened with';
comment on column report_main.share_percent is 'of the net worth of all main accounts one may see';
comment on column report_main.place is 'by net worth, the largest first';

create view report_tier with (security_invoker) as
select tier,
    count(*) as accounts,
    count(*) filter (where state = 'ACTIVE') as active,
    sum(base) as base,
    sum(net_worth) as net_worth,
    sum(surplus) as surplus,
    sum(cash) as cash,
    sum(buffer) as buffer,
    sum(tax_reserve) as tax_reserve,
    sum(allocated_contracts + allocated_shares + allocated_leaps) as allocated,
    sum(securities) as securities,
    round(100 * sum(net_worth) / nullif(sum(sum(net_worth)) over (), 0), 4) as share_percent
from report_account
group by tier;

comment on view report_tier is 'all accounts one may see, summed by tier';
comment on column report_tier.share_percent is 'of the net worth of all tiers';

create view report_total with (security_invoker) as
select count(distinct main_id) as main_accounts,
    count(*) as accounts,
    count(*) filter (where state = 'ACTIVE') as active,
    coalesce(sum(base), 0) as base,
    coalesce(sum(net_worth), 0) as net_worth,
    coalesce(sum(net_worth - base), 0) as surplus,
    coalesce(sum(cash), 0) as cash,
    coalesce(sum(buffer), 0) as buffer,
    coalesce(sum(tax_reserve), 0) as tax_reserve,
    coalesce(sum(allocated_contracts + allocated_shares + allocated_leaps), 0) as allocated,
    coalesce(sum(securities), 0) as securities,
    coalesce(-sum(short_options), 0) as short_options,
    coalesce(-sum(tax_payable), 0) as tax_payable,
    coalesce(sum(suspense), 0) as suspense,
    coalesce(-sum(premium + gains_short + gains_long + dividends + interest) - sum(fees), 0) as results,
    coalesce(sum(taxes), 0) as taxes
from (
    select account_id & -65536 as main_id, *,
        cash + buffer + tax_reserve + allocated_contracts + allocated_shares + allocated_leaps
            + securities + short_options + tax_payable as net_worth
    from account_head) h;

comment on view report_total is 'one row: all accounts one may see';
comment on column report_total.results is 'premium, gains, dividends and interest less fees, before tax';

create view report_history with (security_invoker) as
select a.code,
    e.no,
    e.business_date,
    e.effective_date,
    e.rule,
    e.ref,
    e.kind,
    e.state,
    e.base_change,
    v.seq,
    v.from_account,
    v.to_account,
    v.amount,
    v.effective_date as movement_date,
    v.transfer_id,
    v.line_id,
    e.detail,
    encode(e.policy_hash, 'hex') as policy_hash,
    encode(e.hash, 'hex') as hash,
    e.run_id
from account a
-- account by account, event by event, whatever the planner thinks of it: history grows for ever and is never to be scanned
cross join lateral (select * from event where account_id = a.id offset 0) e
left join lateral (select * from movement where account_id = a.id and event_no = e.no offset 0) v on true;

comment on view report_history is 'every event of every account, a row per movement; ask with where code = … order by no, seq';
comment on column report_history.state is 'the state the event led to, where it changed it';
comment on column report_history.from_account is 'credited';
comment on column report_history.to_account is 'debited';
comment on column report_history.hash is 'over this event and the hash before it; see `alluse ledger verify`';

create view report_brokerage with (security_invoker) as
select b.reference,
    b.state,
    b.mapping,
    m.code as main,
    coalesce(a.code, m.code) as serves,
    b.requested_on,
    b.confirmed_on,
    c.ledger_cash,
    n.announced_in,
    n.announced_out
from brokerage_account b
join main_account m on m.id = b.main_id
left join account a on a.id = b.id
cross join lateral (
    select sum(cash + buffer + tax_reserve + allocated_contracts + allocated_shares + allocated_leaps) as ledger_cash
    from account_head h
    where h.account_id between b.id and case b.mapping when 'per-main' then b.id + 65535 else b.id end) c
cross join lateral (
    select coalesce(sum(amount) filter (where direction = 'in'), 0) as announced_in,
        coalesce(sum(amount) filter (where direction = 'out'), 0) as announced_out
    from announcement o
    where o.state = 'open'
        and o.account_id between b.id and case b.mapping when 'per-main' then b.id + 65535 else b.id end) n;

comment on view report_brokerage is 'brokerage accounts, whom they serve, and the cash the broker should show';
comment on column report_brokerage.ledger_cash is 'cash, buffer, tax reserve and allocated cash of the accounts it serves';
comment on column report_brokerage.announced_in is 'posted by us, not yet seen at the broker: still to arrive there';
comment on column report_brokerage.announced_out is 'posted by us, not yet seen at the broker: still to leave there';

-- These two read what no reader may touch, so they filter by themselves.
create view report_run with (security_barrier) as
select r.id as run_id,
    r.job,
    r.business_date,
    r.input_name,
    r.pass,
    r.outcome,
    r.population,
    w.posted,
    r.nothing,
    r.set_aside,
    r.started_at,
    r.ended_at,
    t.attempts,
    r.digest,
    r.failure
from run r
cross join lateral (select coalesce(sum(posted), 0) as posted from work_partition where run_id = r.id) w
cross join lateral (select count(*) as attempts from run_attempt where run_id = r.id) t
where (select bool_or(main_id is null) from reader_scope);

comment on view report_run is 'runs and how they ended; for readers of every main account';
comment on column report_run.digest is 'of all it posted; see `alluse ledger verify --anchor`';

-- The command line and its reason may be about several main accounts; then only readers of everything see them.
create view report_audit with (security_barrier) as
with scope as materialized (
    select bool_or(main_id is null) as everything from reader_scope
), visible as materialized (
    select code from main_account where id in (select main_id from reader_scope)
)
select a.id as audit_id,
    a.at,
    a.os_user,
    a.db_user,
    a.operator,
    a.node,
    case when s.everything or not t.others then a.command end as command,
    case when s.everything or not t.others then a.reason end as reason,
    a.run_id,
    e.subject,
    e.action,
    e.detail
from scope s
cross join audit a
left join audit_entry e on e.audit_id = a.id
left join lateral (
    select exists (
        select from audit_entry o
        where o.audit_id = a.id
            and substring(o.subject from '^A-[0-9]+') is distinct from substring(e.subject from '^A-[0-9]+')) as others
    where not s.everything) t on true
where s.everything or substring(e.subject from '^A-[0-9]+') in (select code from visible);

comment on view report_audit is 'who did what to which account, when, why and from where';
comment on column report_audit.subject is 'code of the account or main account that was touched';
comment on column report_audit.db_user is 'who logged in to the database; not for the program to say';
comment on column report_audit.operator is 'a note by the caller, never proof of anything';

grant select
    on report_account, report_main, report_tier, report_total, report_history, report_brokerage
    to alluse_reader, alluse_program;
grant select on report_run, report_audit to alluse_reader;
