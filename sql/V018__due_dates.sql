-- On which dates which job is due, what has become of each, and what people have said about it.

-- Up to when every date that has become due has its row; and whether a person has paused the job.
create table schedule_state (
    definition text primary key,
    planned_until timestamptz not null,
    paused_at timestamptz,
    paused_by text,
    paused_why text,
    check ((paused_at is null) = (paused_by is null) and (paused_at is null) = (paused_why is null))
);

-- A date is due once. Whoever carries it out claims it: what comes of a claim is written down only while that claim is the last.
create table due (
    id bigint generated always as identity primary key,
    definition text not null,
    job text not null,
    business_date date not null,
    due_at timestamptz not null,
    shifts text[] not null default '{}',
    state text not null default 'DUE'
        check (state in ('DUE', 'RUNNING', 'DONE', 'FAILED', 'HELD', 'MISSED', 'SKIPPED')),
    asked boolean not null default false,
    claims integer not null default 0,
    failures integer not null default 0,
    not_before timestamptz,
    late_since timestamptz,
    run_id bigint references run,
    node text,
    started_at timestamptz,
    ended_at timestamptz,
    why text,
    unique (definition, business_date),
    check (state <> 'RUNNING' or started_at is not null)
) with (fillfactor = 80);
create index due_open on due (due_at) where state not in ('DONE', 'SKIPPED');
create index due_date on due (business_date, definition);
create index due_run on due (run_id);

grant select, insert, update on schedule_state, due to alluse_program;
