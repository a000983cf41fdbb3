-- Main accounts, accounts, brokerage accounts, and the ledger.
--
-- Ids say where a row lives: bucket (12 bits) | number of the main account (32 bits) | member (16 bits). The main account itself
-- is member 0, so `id & ~65535` is the main account of any account. Everything a main account ever forks stays in its bucket.
-- Per-account tables are range-partitioned by bucket: 16 partitions of 256 buckets to begin with.

-- The number of the next main account; taken in ranges by the runs that open accounts.
create table main_account_counter (
    one boolean primary key default true check (one),
    next_number bigint not null
);
insert into main_account_counter (next_number) values (1);

-- Every policy content that anything was ever decided by; `base` ones are files, the others carry overrides.
create table policy (
    hash bytea primary key check (length(hash) = 32),
    name text not null,
    version integer not null,
    base boolean not null,
    content text not null
);
create unique index policy_version on policy (name, version) where base;

create table main_account (
    id bigint primary key check (id & 65535 = 0),
    number bigint not null unique,
    code text not null unique,
    name text not null unique,
    policy text not null,
    mapping text not null check (mapping in ('per-account', 'per-main')),
    capital numeric not null check (capital > 0),
    opened_on date not null,
    parent_id bigint,
    plan_content text not null,
    run_id bigint not null,
    unique (id, mapping)
);

create table account (
    id bigint not null primary key check (id & 65535 > 0),
    code text not null,
    tier text not null check (tier in ('GEN', 'REV', 'COM')),
    parent_id bigint,
    fork_no integer,
    opened_on date not null,
    check ((parent_id is null) = (fork_no is null))
) partition by range (id);

-- One row per account with all that a rule reads and a posting changes. Balances are debits minus credits and sum to zero.
create table account_head (
    account_id bigint not null primary key,
    state text not null
        check (state in ('SAFE', 'ACTIVE', 'FORKING', 'MERGING', 'SUSPENDED', 'CLOSED', 'ERROR')),
    last_no integer not null check (last_no >= 1),
    last_hash bytea not null,
    base numeric not null check (base >= 0),
    cash numeric not null default 0.00,
    buffer numeric not null default 0.00,
    tax_reserve numeric not null default 0.00,
    allocated_contracts numeric not null default 0.00,
    allocated_shares numeric not null default 0.00,
    allocated_leaps numeric not null default 0.00,
    securities numeric not null default 0.00,
    short_options numeric not null default 0.00,
    tax_payable numeric not null default 0.00,
    suspense numeric not null default 0.00,
    capital numeric not null default 0.00,
    transfers numeric not null default 0.00,
    withdrawals numeric not null default 0.00,
    premium numeric not null default 0.00,
    gains_short numeric not null default 0.00,
    gains_long numeric not null default 0.00,
    dividends numeric not null default 0.00,
    interest numeric not null default 0.00,
    fees numeric not null default 0.00,
    taxes numeric not null default 0.00,
    constraint balances_sum_to_zero check (
        cash + buffer + tax_reserve + allocated_contracts + allocated_shares + allocated_leaps + securities
        + short_options + tax_payable + suspense + capital + transfers + withdrawals
        + premium + gains_short + gains_long + dividends + interest + fees + taxes = 0)
) partition by range (account_id);

-- An account's history: a gapless chain, each event hashed over its meaning and the hash before it.
create table event (
    account_id bigint not null,
    no integer not null check (no >= 1),
    rule text not null,
    ref text not null,
    business_date date not null,
    effective_date date not null,
    kind text not null,
    policy_hash bytea not null,
    base_change numeric not null,
    state text,
    detail json not null,
    prev_hash bytea not null,
    hash bytea not null,
    run_id bigint,
    primary key (account_id, no),
    constraint event_once unique (account_id, rule, ref)
) partition by range (account_id);

-- Credits from_account and debits to_account: balanced by construction.
create table movement (
    account_id bigint not null,
    event_no integer not null,
    seq smallint not null check (seq >= 1),
    from_account text not null,
    to_account text not null,
    amount numeric not null check (amount > 0 and amount < 'infinity'),
    effective_date date not null,
    transfer_id text,
    line_id text,
    primary key (account_id, event_no, seq),
    check (from_account <> to_account)
) partition by range (account_id);

-- What we have posted and the broker is still to do.
create table announcement (
    account_id bigint not null,
    event_no integer not null,
    seq smallint not null check (seq >= 1),
    direction text not null check (direction in ('in', 'out')),
    amount numeric check (amount > 0),
    instrument text,
    quantity numeric check (quantity > 0),
    dated date not null,
    state text not null default 'open' check (state in ('open', 'settled', 'withdrawn')),
    settled_by text,
    primary key (account_id, event_no, seq),
    check ((amount is null) = (instrument is not null) and (instrument is null) = (quantity is null)),
    check ((state = 'settled') = (settled_by is not null))
) partition by range (account_id);

-- One brokerage account per account, or one per main account: the id is that of whom it serves, so a second one has no place.
create table brokerage_account (
    id bigint primary key,
    main_id bigint not null check (main_id = id & ~65535::bigint),
    mapping text not null check ((mapping = 'per-main') = (id = main_id)),
    reference text check (reference = upper(reference)),
    state text not null check (state in ('requested', 'opened', 'confirmed', 'released')),
    requested_on date not null,
    confirmed_on date,
    check (reference is not null or state in ('requested', 'released')),
    check (state <> 'confirmed' or confirmed_on is not null),
    foreign key (main_id, mapping) references main_account (id, mapping)
);
create unique index brokerage_reference on brokerage_account (reference) where reference is not null;
create index brokerage_requested on brokerage_account (id) where state in ('requested', 'opened');

-- What a person changed about an account's policy; never removed, in force from its date.
create table account_override (
    id bigint generated always as identity primary key,
    subject_id bigint not null,
    effective_on date not null,
    key text not null,
    value text not null,
    source text not null
);
create index account_override_subject on account_override (subject_id, effective_on, id);

do $$
declare
    parent text;
    partition text;
    bucket_shift constant bigint := 1::bigint << 48;
begin
    foreach parent in array array['account', 'account_head', 'event', 'movement', 'announcement'] loop
        for p in 0..15 loop
            partition := parent || '_p' || lpad(p::text, 2, '0');
            execute format('create table %I partition of %I for values from (%s) to (%s)',
                partition, parent, p * 256 * bucket_shift, (p + 1) * 256 * bucket_shift);
        end loop;
    end loop;
    for p in 0..15 loop
        -- A code begins with the code of its main account, whose accounts are all here: unique here is unique everywhere.
        execute format('create unique index account_code_p%s on account_p%s (code)',
            lpad(p::text, 2, '0'), lpad(p::text, 2, '0'));
        execute format('alter table account_head_p%s set (fillfactor = 60)', lpad(p::text, 2, '0'));
    end loop;
end $$;

-- History is never changed, not even by the owner, nor in sessions that switch triggers off by session_replication_role. Row triggers
-- come to the partitions by themselves, with what they are at that moment; statement triggers do not come to them.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is history and never changed: post a reversing event instead', tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

do $$
declare
    history text;
    place text;
begin
    foreach history in array array['event', 'movement'] loop
        execute format('create trigger refuse_change before update or delete on %I for each row'
            ' execute function refuse_change()', history);
        for place in select history union all select history || '_p' || lpad(p::text, 2, '0') from generate_series(0, 15) p loop
            execute format('create trigger refuse_truncate before truncate on %I for each statement'
                ' execute function refuse_change()', place);
            execute format('alter table only %I enable always trigger refuse_change', place);
            execute format('alter table only %I enable always trigger refuse_truncate', place);
        end loop;
    end loop;
end $$;

-- The program posts; it cannot change history.
grant select, update on main_account_counter to alluse_program;
grant select, insert on policy, main_account, account, event, movement, account_override to alluse_program;
grant select, insert, update on account_head, announcement, brokerage_account to alluse_program;
do $$
declare
    p text;
begin
    for n in 0..15 loop
        p := lpad(n::text, 2, '0');
        execute format('grant select, insert on account_p%s, event_p%s, movement_p%s to alluse_program', p, p, p);
        execute format('grant select, insert, update on account_head_p%s, announcement_p%s to alluse_program', p, p);
    end loop;
end $$;
