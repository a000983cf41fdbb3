-- Forks: what a sweep finds due and carries out in order, what came of it, and decisions that are scored or wait for a person.

-- Numbers of main accounts that forks open. A sequence, because it is drawn under the posting lock, where nobody may wait for those
-- who hold the counter of plans; far above that counter, which never comes here.
create sequence forked_main_number minvalue 2147483648 maxvalue 4294967295;
grant usage on sequence forked_main_number to alluse_program;

-- A part whose population are candidates, which have been seen once already by the part that walked over them.
alter table work_partition add column in_turn boolean not null default false;

-- Accounts that a run found due. No foreign keys: a run may find a million of them.
create table sweep_candidate (
    run_id bigint not null,
    pass integer not null,
    account_id bigint not null,
    code text not null,
    most integer check (most > 0),
    primary key (run_id, pass, account_id)
);

-- Those that are carried out, in this order within their part.
create table sweep_turn (
    run_id bigint not null,
    pass integer not null,
    part integer not null,
    seq bigint not null,
    account_id bigint not null,
    primary key (run_id, pass, part, seq)
);

-- Those that could be carried out, had not too many others been under way; since when.
create table sweep_queue (
    job text not null,
    account_id bigint not null,
    since date not null,
    primary key (job, account_id)
);

grant select, insert on sweep_candidate, sweep_turn to alluse_program;
grant select, insert, delete on sweep_queue to alluse_program;

create table fork (
    parent_id bigint not null,
    no integer not null check (no >= 1),
    business_date date not null,
    event_no integer not null,
    policy_hash bytea not null,
    amount numeric not null check (amount > 0 and amount < 'infinity'),
    base_change numeric not null check (base_change <= 0),
    main_id bigint check (main_id & 65535 = 0),
    decision_id bigint,
    state text not null check (state in ('AWAITING', 'DONE', 'REVERSED')),
    validation json not null,
    ended_on date,
    primary key (parent_id, no),
    check ((state = 'AWAITING') = (ended_on is null))
) partition by range (parent_id);
create index fork_awaiting on fork (parent_id) where state = 'AWAITING';

create table fork_child (
    account_id bigint primary key,
    parent_id bigint not null,
    fork_no integer not null,
    amount numeric not null check (amount >= 0 and amount < 'infinity'),
    transfer_id text
) partition by range (account_id);
create index fork_child_fork on fork_child (parent_id, fork_no);

-- The children of one fork, as long as they are merged together; a fork that opens a main account founds none.
create table fork_family (
    parent_id bigint not null,
    fork_no integer not null,
    founded_on date not null,
    received numeric not null check (received > 0),
    state text not null default 'open' check (state in ('open', 'merged', 'reversed')),
    primary key (parent_id, fork_no)
) partition by range (parent_id);

do $$
declare
    parent text;
    partition text;
    bucket_shift constant bigint := 1::bigint << 48;
begin
    foreach parent in array array['fork', 'fork_child', 'fork_family'] loop
        for p in 0..15 loop
            partition := parent || '_p' || lpad(p::text, 2, '0');
            execute format('create table %I partition of %I for values from (%s) to (%s)',
                partition, parent, p * 256 * bucket_shift, (p + 1) * 256 * bucket_shift);
            execute format('grant select, insert on %I to alluse_program', partition);
        end loop;
    end loop;
end $$;
grant select, insert on fork, fork_child, fork_family to alluse_program;
grant update (state, ended_on) on fork to alluse_program;
grant update (state) on fork_family to alluse_program;

-- Decisions that were scored, and what people made of those that were left to them.
create table decision (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('fork')),
    account_id bigint not null,
    asked_on date not null,
    amount numeric not null,
    score numeric not null,
    verdict text not null check (verdict in ('EXECUTE', 'APPROVE', 'REVIEW')),
    factors json not null,
    policy_hash bytea not null,
    asked_by text not null,
    asked_as text not null default session_user,
    asked_at timestamptz not null,
    state text not null check (state in ('OPEN', 'APPROVED', 'REJECTED', 'EXPIRED', 'DONE')),
    expires_on date not null,
    decided_by text,
    decided_as text,
    decided_at timestamptz,
    reason text,
    check ((decided_by is null) = (reason is null) and (decided_by is null) = (decided_at is null)),
    check (state <> 'REJECTED' or decided_by is not null)
);
-- At most one that stands per account.
create unique index decision_standing on decision (kind, account_id) where state in ('OPEN', 'APPROVED', 'REJECTED');
create index decision_account on decision (account_id, id);
create index decision_open on decision (id) where state = 'OPEN';

-- Who asked is the database's own answer, as in the audit.
grant select on decision to alluse_program;
grant insert (kind, account_id, asked_on, amount, score, verdict, factors, policy_hash, asked_by, asked_at, state, expires_on)
    on decision to alluse_program;
grant update (state, expires_on, decided_by, decided_as, decided_at, reason) on decision to alluse_program;

do $$
declare
    scoped record;
    everything constant text := '(select bool_or(main_id is null) from reader_scope)';
    mains constant text := '(select main_id from reader_scope where main_id is not null)';
begin
    for scoped in
        select *
        from (values
            ('fork', 'parent_id'),
            ('fork_child', 'account_id'),
            ('fork_family', 'parent_id'),
            ('decision', 'account_id')) as t (name, id)
    loop
        execute format('alter table %I enable row level security', scoped.name);
        execute format('create policy program on %I to alluse_program using (true) with check (true)', scoped.name);
        execute format('create policy reader on %I for select to alluse_reader using (%s or (%I & -65536) in %s)',
            scoped.name, everything, scoped.id, mains);
        execute format('grant select on %I to alluse_reader', scoped.name);
    end loop;
end $$;

-- Candidates are counted where they were found, not again where their turn comes.
create or replace view report_run with (security_barrier) as
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
        coalesce(sum(set_aside), 0) - coalesce(sum(population) filter (where pass > 1 and not in_turn), 0) as set_aside
    from work_partition
    where run_id = r.id) w
cross join lateral (select count(*) as attempts from run_attempt where run_id = r.id) t
where (select bool_or(main_id is null) from reader_scope);

-- The accounts of a main account that a fork opened have codes that begin like those of the old one, but are for its own readers.
create or replace view report_audit with (security_barrier) as
with scope as materialized (
    select bool_or(main_id is null) as everything from reader_scope
), visible as materialized (
    select code from main_account where id in (select main_id from reader_scope)
), hidden as materialized (
    select code
    from main_account
    where parent_id is not null
        and id not in (select main_id from reader_scope where main_id is not null)
        and exists (select from visible v where starts_with(main_account.code, substring(v.code from '^A-[0-9]+') || '-'))
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
where s.everything
    or exists (select from visible v where e.subject = v.code or starts_with(e.subject, v.code || '-'))
        and not exists (select from hidden h where e.subject = h.code or starts_with(e.subject, h.code || '-'));
