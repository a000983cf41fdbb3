-- Runs: what was asked for, by whom it is carried out, how far it is, and how it ended.

create table run (
    id bigint generated always as identity primary key,
    job text not null,
    business_date date not null,
    input_digest text not null default '',
    input_name text,
    pass integer not null default 1,
    outcome text not null default 'STARTED' check (outcome in
        ('STARTED', 'COMPLETED', 'COMPLETED_WITH_SET_ASIDES', 'FAILED', 'STOPPED', 'BLOCKED', 'SKIPPED')),
    population bigint,
    nothing bigint not null default 0,
    set_aside bigint not null default 0,
    started_at timestamptz not null,
    ended_at timestamptz,
    digest text,
    failure text,
    unique (job, business_date, input_digest)
);
create index run_digest on run (digest) where digest is not null;

create table run_attempt (
    run_id bigint not null references run,
    no integer not null,
    node text not null,
    pid bigint not null,
    os_user text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text,
    failure text,
    primary key (run_id, no)
);

-- A part of a run's population, walked by one worker at a time. The epoch fences: a chunk first updates this row with the epoch
-- its worker was started with; after a takeover the epoch is another one, and nothing of the old worker's chunk is committed.
create table work_partition (
    run_id bigint not null references run,
    pass integer not null,
    part integer not null,
    epoch integer not null,
    population bigint not null,
    position bigint not null default -1,
    done bigint not null default 0,
    posted bigint not null default 0,
    totals numeric[] not null default '{}',
    digest bytea not null default decode(repeat('00', 32), 'hex'),
    primary key (run_id, pass, part)
) with (fillfactor = 50);

-- The rows of a capital plan that are to be opened, numbered and dealt to the table partition they will live in.
create table plan_row (
    run_id bigint not null references run,
    part integer not null,
    seq bigint not null,
    number bigint not null,
    line bigint not null,
    name text not null,
    capital numeric not null,
    policy text not null,
    mapping text not null,
    split text not null,
    overlays text not null,
    policy_hash bytea not null,
    opened_on date not null,
    main_reference text,
    gen_reference text,
    rev_reference text,
    com_reference text,
    content text not null,
    primary key (run_id, part, seq)
);

-- seq orders a part by table partition, then by number: the walk through it touches one partition after the other.

-- Rows of an input file that were not taken, each with where and why.
create table input_problem (
    run_id bigint not null references run,
    line bigint not null,
    col integer not null,
    field text not null,
    value text not null,
    reason text not null,
    primary key (run_id, line, col, reason)
);

grant select, insert, update on run, run_attempt, work_partition to alluse_program;
grant select, insert, delete on plan_row, input_problem to alluse_program;
grant select on run, run_attempt, work_partition, plan_row, input_problem to alluse_reader;
