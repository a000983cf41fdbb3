-- What other systems are told: the order in which events were committed, what people have been notified of, and which backups there are.

-- Drawn when an event is inserted, under the posting lock of its partition, which is held until the commit: so within a partition of the
-- table events become visible in this order, and who has read up to one of them has missed none before it.
create sequence event_serial;
alter table event add column serial bigint not null default nextval('event_serial');
alter sequence event_serial owned by event.serial;
grant usage on sequence event_serial to alluse_program;
-- A walk through windows of it finds its rows side by side, as they were written; a tree would cost each posting three times as much.
create index event_serial_order on event using brin (serial) with (pages_per_range = 16, autosummarize = on);
-- how far there is anything to look for
grant select on sequence event_serial to alluse_reader;

-- What people are to be told: one row per thing, whoever finds it, whenever.
create table notification (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('run-failed', 'run-abandoned', 'set-asides', 'deadline-missed', 'review-waiting',
        'break-opened', 'alert-raised', 'test')),
    key text not null unique,
    text text not null check (text <> ''),
    next_step text not null,
    things bigint not null default 1 check (things > 0),
    subject text,
    run_id bigint references run,
    noted_at timestamptz not null
);
create index notification_run on notification (run_id);

-- Up to which notification a channel has seen what there is; a channel that is new begins with what comes.
create table notification_channel (
    name text primary key check (name <> ''),
    seen_id bigint not null
);

-- To whom it is to be told, and what became of that. A try that is not heard of again is repeated when due_at has passed.
create table notification_delivery (
    notification_id bigint not null references notification,
    channel text not null check (channel <> ''),
    due_at timestamptz not null,
    tries integer not null default 0,
    told_at timestamptz,
    failure text,
    primary key (notification_id, channel)
);
create index notification_due on notification_delivery (channel, notification_id) where told_at is null;

-- What has not been noted yet is found without looking at all there ever was.
alter table run_attempt add column noted boolean not null default false;
create index run_attempt_unnoted on run_attempt (run_id, no)
    where not noted and (ended_at is null or outcome in ('FAILED', 'COMPLETED_WITH_SET_ASIDES'));
alter table reconciliation_break add column noted boolean not null default false;
create index reconciliation_break_unnoted on reconciliation_break (id) where not noted and state = 'open';
alter table alert add column noted boolean not null default false;
create index alert_unnoted on alert (id) where not noted and state = 'open';
alter table decision add column noted boolean not null default false;
create index decision_unnoted on decision (id) where not noted and state = 'OPEN';
grant update (noted) on decision to alluse_program;
-- what is there already is known
update run_attempt set noted = true where ended_at is not null;
update reconciliation_break set noted = true;
update alert set noted = true;
update decision set noted = true;

grant select, insert on notification to alluse_program;
grant select, insert, update on notification_channel, notification_delivery to alluse_program;
grant select on notification to alluse_reader;

-- Messages may be about any main account.
alter table notification enable row level security;
create policy program on notification to alluse_program using (true) with check (true);
create policy reader on notification for select to alluse_reader using ((select bool_or(main_id is null) from reader_scope));

-- Backups that were taken, or that somebody said were taken.
create table backup (
    id bigint generated always as identity primary key,
    taken_at timestamptz not null,
    place text not null check (place <> ''),
    bytes bigint check (bytes >= 0),
    anchor text,
    taken_by text not null
);
grant select, insert on backup to alluse_program;
