-- Sweeps: which accounts a run is about, what became of each of them, and how a run is stopped and taken over.

-- Set by whoever asks a run to stop; its owner looks at it as long as it lives.
alter table run
    add column stop_requested_at timestamptz,
    add column stop_requested_by text;

-- The name under which the attempt's connections are known to the server, so that those of a dead owner can be ended.
alter table run_attempt add column session text;

-- A part of a sweep is a range of ids; accounts with a greater serial were opened after the run was begun.
alter table work_partition
    add column after_id bigint not null default -1,
    add column up_to_id bigint not null default 9223372036854775807,
    add column serial_bound bigint not null default 9223372036854775807,
    add column nothing bigint not null default 0,
    add column waiting bigint not null default 0,
    add column review bigint not null default 0,
    add column not_eligible bigint not null default 0,
    add column set_aside bigint not null default 0,
    add column reasons text[] not null default '{}',
    add column reason_counts bigint[] not null default '{}',
    add constraint done_adds_up
        check (done >= posted + nothing + waiting + review + not_eligible + set_aside);

-- What became of an account that was neither posted to (its event says so) nor left as it is (counted per reason).
create table account_outcome (
    run_id bigint not null references run,
    pass integer not null,
    account_id bigint not null,
    outcome text not null check (outcome in ('WAITING', 'REVIEW', 'SET_ASIDE')),
    reason text not null,
    short_by numeric check (short_by > 0),
    taken_in integer check (taken_in > pass),
    resolved_at timestamptz,
    resolved_by text,
    resolution text,
    primary key (run_id, pass, account_id),
    check (outcome = 'SET_ASIDE' or (taken_in is null and resolved_at is null)),
    check ((resolved_at is null) = (resolved_by is null) and (resolved_at is null) = (resolution is null))
);
create index account_outcome_account on account_outcome (account_id, run_id);
create index set_aside_open on account_outcome (run_id, pass, account_id)
    where outcome = 'SET_ASIDE' and taken_in is null and resolved_at is null;

grant select, insert, update on account_outcome to alluse_program;

-- Set-asides of one pass are the population of the next one: they count once.
drop view report_run;
create view report_run with (security_barrier) as
select r.id as run_id,
    r.job,
    r.business_date,
    r.input_name,
    r.pass,
    r.outcome,
    r.population,
    w.posted,
    r.nothing + w.nothing as nothing,
    r.set_aside + w.set_aside as set_aside,
    r.started_at,
    r.ended_at,
    t.attempts,
    r.digest,
    r.failure,
    w.waiting,
    w.review,
    w.not_eligible
from run r
cross join lateral (
    select coalesce(sum(posted), 0) as posted,
        coalesce(sum(nothing), 0) as nothing,
        coalesce(sum(waiting), 0) as waiting,
        coalesce(sum(review), 0) as review,
        coalesce(sum(not_eligible), 0) as not_eligible,
        coalesce(sum(set_aside), 0) - coalesce(sum(population) filter (where pass > 1), 0) as set_aside
    from work_partition
    where run_id = r.id) w
cross join lateral (select count(*) as attempts from run_attempt where run_id = r.id) t
where (select bool_or(main_id is null) from reader_scope);

comment on view report_run is 'runs and how they ended; for readers of every main account';
comment on column report_run.digest is 'of all it posted; see `alluse ledger verify --anchor`';
comment on column report_run.not_eligible is 'accounts in a state that the job does not act on';

grant select on report_run to alluse_reader;
