-- What the end of each day found of each account, and which consolidations are recommended because of it.

-- Written by the daily close, one row per account and business date; the figures of performance are read from nothing else. The key
-- begins with the date: the rows of a day are added side by side, and a few dates of neighbouring accounts are found side by side.
create table account_close (
    business_date date not null,
    account_id bigint not null,
    equity numeric not null check (equity < 'infinity' and equity > '-infinity'),
    net_worth numeric not null check (net_worth < 'infinity' and net_worth > '-infinity'),
    flow numeric not null check (flow < 'infinity' and flow > '-infinity'),
    day_return numeric not null check (day_return >= -1 and day_return < 'infinity'),
    unbound_cash numeric not null check (unbound_cash >= 0 and unbound_cash < 'infinity'),
    primary key (business_date, account_id)
) partition by range (business_date);

-- A year each and the two ends, without a default partition, as prices are kept.
do $$
begin
    create table account_close_before partition of account_close for values from (minvalue) to ('2015-01-01');
    for year in 2015..2039 loop
        execute format('create table %I partition of account_close for values from (%L) to (%L)',
            'account_close_' || year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
    end loop;
    create table account_close_after partition of account_close for values from ('2040-01-01') to (maxvalue);
end $$;

grant select, insert on account_close to alluse_program;

-- A recommendation to move an account, or a part of it, elsewhere: why, what it promises, and what became of it. What it says never
-- changes; state and what people decided stand beside it.
create table consolidation (
    id bigint generated always as identity primary key,
    account_id bigint not null check (account_id & 65535 <> 0),
    target_id bigint check (target_id <> account_id and target_id & -65536 = account_id & -65536),
    strategy text not null check (strategy in ('PARENT', 'SIBLING', 'NEW', 'PARTIAL')),
    triggers text[] not null check (cardinality(triggers) > 0),
    amount numeric check (amount > 0 and amount < 'infinity'),
    positions text[] check (cardinality(positions) > 0),
    net_worth numeric not null,
    saving numeric not null,
    improvement numeric not null,
    benefit numeric not null,
    risk numeric not null check (risk between 0 and 1),
    confidence numeric not null,
    urgency text not null check (urgency in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    act_by date,
    inputs json not null,
    policy_hash bytea not null,
    assessed_on date not null,
    asked_by text not null,
    asked_as text not null default session_user,
    asked_at timestamptz not null,
    request text,
    state text not null check (state in ('OPEN', 'APPROVED', 'REJECTED', 'EXECUTED', 'REVERSED', 'EXPIRED')),
    expires_on date not null,
    decided_by text,
    decided_as text,
    decided_at timestamptz,
    reason text,
    executed_on date,
    merge_no integer,
    final_with date,
    reversed_on date,
    check ((strategy = 'NEW') = (target_id is null) or state in ('EXECUTED', 'REVERSED')),
    check (amount is null and positions is null or strategy = 'PARTIAL'),
    check ((decided_by is null) = (reason is null) and (decided_by is null) = (decided_at is null)),
    check (state <> 'REJECTED' or decided_by is not null),
    check ((state in ('EXECUTED', 'REVERSED')) = (executed_on is not null) and (executed_on is null) = (merge_no is null)
        and (executed_on is null) = (final_with is null)),
    check ((state = 'REVERSED') = (reversed_on is not null))
);
-- At most one that stands per account.
create unique index consolidation_standing on consolidation (account_id) where state in ('OPEN', 'APPROVED');
create index consolidation_account on consolidation (account_id, id);
create index consolidation_open on consolidation (id) where state in ('OPEN', 'APPROVED');

-- Who asked is the database's own answer, as in the audit.
grant select on consolidation to alluse_program;
grant insert (account_id, target_id, strategy, triggers, amount, positions, net_worth, saving, improvement, benefit, risk, confidence,
    urgency, act_by, inputs, policy_hash, assessed_on, asked_by, asked_at, request, state, expires_on, decided_by, decided_as,
    decided_at, reason) on consolidation to alluse_program;
grant update (target_id, state, expires_on, decided_by, decided_as, decided_at, reason, executed_on, merge_no, final_with,
    reversed_on) on consolidation
    to alluse_program;

-- Readers see what is about their accounts.
do $$
declare
    scoped text;
begin
    foreach scoped in array array['account_close', 'consolidation'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('create policy program on %I to alluse_program using (true) with check (true)', scoped);
        execute format('create policy reader on %I for select to alluse_reader'
            ' using ((select bool_or(main_id is null) from reader_scope)'
            ' or (account_id & -65536) in (select main_id from reader_scope where main_id is not null))', scoped);
        execute format('grant select on %I to alluse_reader', scoped);
    end loop;
end $$;
