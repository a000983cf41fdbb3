-- What a person should know and do, and transfers between accounts of one main account.

-- An alert stands until the job that raised it finds it gone; a person may say that it is known. The subject is an account or a main
-- account; the key tells alerts of one kind about one subject apart.
create table alert (
    id bigint generated always as identity primary key,
    kind text not null check (kind <> ''),
    subject_id bigint not null,
    key text not null,
    text text not null check (text <> ''),
    next_step text not null,
    raised_on date not null,
    run_id bigint references run,
    state text not null default 'open' check (state in ('open', 'acknowledged', 'cleared')),
    said_by text,
    said text,
    said_at timestamptz,
    cleared_on date,
    check ((said_by is null) = (said is null) and (said_by is null) = (said_at is null)),
    check (state <> 'open' or said_by is null),
    check (state <> 'acknowledged' or said_by is not null),
    check ((state = 'cleared') = (cleared_on is not null))
);
-- The same thing is told once, however often it is found.
create unique index alert_standing on alert (subject_id, kind, key) where state in ('open', 'acknowledged');
create index alert_subject on alert (subject_id, id);
create index alert_run on alert (run_id);

-- What a run proposes, and what a person has had done. Executed ones are in the ledger under their transfer id; a proposal that the
-- next run does not make again is superseded.
create table transfer (
    id bigint generated always as identity primary key,
    main_id bigint not null references main_account,
    from_id bigint not null check (from_id & -65536 = main_id),
    to_id bigint not null check (to_id & -65536 = main_id and to_id <> from_id),
    amount numeric not null check (amount > 0 and amount < 'infinity'),
    state text not null check (state in ('proposed', 'superseded', 'declined', 'executed')),
    proposed_on date,
    run_id bigint references run,
    ended_on date,
    decided_by text,
    reason text,
    transfer_id text unique,
    check ((state = 'proposed') = (ended_on is null)),
    check ((state in ('declined', 'executed')) = (decided_by is not null) and (decided_by is null) = (reason is null)),
    check ((state = 'executed') = (transfer_id is not null)),
    check (proposed_on is not null or state = 'executed')
);
create unique index transfer_proposed on transfer (main_id, from_id, to_id) where state = 'proposed';
create index transfer_main on transfer (main_id, id);
create index transfer_run on transfer (run_id);

grant select, insert, update on alert, transfer to alluse_program;

-- Readers see what is about their main accounts.
do $$
declare
    scoped record;
begin
    for scoped in select * from (values ('alert', 'subject_id'), ('transfer', 'main_id')) as t (name, id) loop
        execute format('alter table %I enable row level security', scoped.name);
        execute format('create policy program on %I to alluse_program using (true) with check (true)', scoped.name);
        execute format('create policy reader on %I for select to alluse_reader'
            ' using ((select bool_or(main_id is null) from reader_scope)'
            ' or (%I & -65536) in (select main_id from reader_scope where main_id is not null))', scoped.name, scoped.id);
        execute format('grant select on %I to alluse_reader', scoped.name);
    end loop;
end $$;
