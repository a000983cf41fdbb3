-- Brokerage statements: what was read of a file, what became of each of its lines, and the lots that trades leave.
--
-- A statement is a run of the job statement-import: its id is that of the run. Whom a line is about is the brokerage account
-- (id of an account, or of a main account whose accounts share one), so that all of it lies in that bucket.

-- The number a broker uses, also where the reference says whose it is (IB:U100).
create index brokerage_number on brokerage_account (substr(reference, position(':' in reference) + 1))
    where reference is not null;

create table statement (
    run_id bigint primary key references run,
    ref text not null unique,
    digest text not null,
    format text not null,
    account text,
    accept_partial boolean not null,
    seen bigint not null,
    staged bigint not null,
    first_on date,
    last_on date
);
create index statement_digest on statement (digest);

-- The accounts that the file names, and the brokerage accounts that these names stood for when it was read.
create table statement_account (
    run_id bigint not null references statement,
    name text not null,
    brokerage_id bigint,
    primary key (run_id, name)
);

-- What is posted in one transaction: neighbouring brokerage accounts, or some dates of one.
create table statement_page (
    run_id bigint not null references statement,
    part integer not null,
    page bigint not null,
    from_id bigint not null,
    from_date date not null,
    to_id bigint not null,
    to_date date not null,
    first_day date not null,
    last_day date not null,
    activities bigint not null,
    lines bigint not null,
    primary key (run_id, part, page)
);

-- The activities of the file at hand. Not kept through a crash of the server: the file is then read again.
create unlogged table statement_stage (
    run_id bigint not null,
    brokerage_id bigint not null,
    effective date not null,
    line bigint not null,
    leg smallint not null,
    lines integer not null,
    action text not null,
    posted date not null,
    second_of_day integer,
    effect text not null,
    instrument text,
    quantity numeric not null,
    price numeric,
    amount numeric not null,
    fees numeric not null,
    basis numeric,
    became text,
    told text not null
);
create index statement_stage_order on statement_stage (brokerage_id, effective, line);

-- Lines that were not posted: from line on so many, all for the same reason.
create table statement_verdict (
    run_id bigint not null references statement,
    line bigint not null,
    lines bigint not null check (lines > 0),
    verdict text not null check (verdict in ('duplicate', 'ignored', 'rejected')),
    reason text not null,
    col integer,
    field text,
    expected text,
    found text,
    value text,
    primary key (run_id, line)
);

-- What the file itself says it comes to: cash before the first line, cash after the last one, units of what is held after it. The
-- account is named as the file names it, the day is null where the file does not say.
create table statement_stated (
    run_id bigint not null references statement,
    line bigint not null,
    account text not null,
    kind text not null check (kind in ('opening', 'closing', 'position')),
    instrument text not null default '',
    as_of date,
    amount numeric not null,
    primary key (run_id, line, account, kind, instrument)
);

-- What does not tie in the file and changes nothing.
create table statement_warning (
    run_id bigint not null references statement,
    line bigint not null,
    col integer not null,
    field text not null,
    expected text not null,
    found text not null,
    value text not null,
    primary key (run_id, line, col, field)
);

-- Lines that have been taken, by what they mean: the same in a later file is a duplicate. `settles` names the announcement where
-- the line settled one instead of being posted.
create table statement_line (
    brokerage_id bigint not null,
    effective date not null,
    run_id bigint not null,
    line bigint not null,
    leg smallint not null,
    lines integer not null,
    meaning text not null,
    settles text,
    primary key (brokerage_id, effective, run_id, line, leg)
) partition by range (brokerage_id);
create index statement_line_run on statement_line using brin (run_id) with (pages_per_range = 16, autosummarize = on);

-- What an account holds, purchase by purchase. Where it is short, quantity and cost are negative, the cost being what was received:
-- so open costs add up to SECURITIES and SHORT_OPTIONS.
create table lot (
    account_id bigint not null,
    no integer not null check (no >= 1),
    instrument text not null,
    opened date not null,
    acquired date not null,
    quantity numeric not null,
    cost numeric not null,
    open_quantity numeric not null,
    open_cost numeric not null,
    line_id text not null,
    primary key (account_id, no)
) partition by range (account_id);
create index lot_open on lot (account_id, no) where open_quantity <> 0;

create table lot_closing (
    account_id bigint not null,
    lot_no integer not null,
    line_id text not null,
    seq smallint not null,
    closed date not null,
    quantity numeric not null,
    proceeds numeric not null,
    cost numeric not null,
    term text not null check (term in ('SHORT', 'LONG')),
    how text not null,
    primary key (account_id, lot_no, line_id, seq)
) partition by range (account_id);

-- Lots that a statement has opened on or before the day of a line that had been taken already. Among them are those which came so late
-- that others had been sold in their place.
create table statement_backdated_lot (
    run_id bigint not null references statement,
    account_id bigint not null,
    lot_no integer not null,
    primary key (run_id, account_id, lot_no)
);

do $$
declare
    parent text;
    partition text;
    bucket_shift constant bigint := 1::bigint << 48;
begin
    foreach parent in array array['statement_line', 'lot', 'lot_closing'] loop
        for p in 0..15 loop
            partition := parent || '_p' || lpad(p::text, 2, '0');
            execute format('create table %I partition of %I for values from (%s) to (%s)',
                partition, parent, p * 256 * bucket_shift, (p + 1) * 256 * bucket_shift);
            execute format('grant select, insert on %I to alluse_program', partition);
        end loop;
    end loop;
    for p in 0..15 loop
        execute format('grant update on %I to alluse_program', 'lot_p' || lpad(p::text, 2, '0'));
    end loop;
end $$;

grant select, insert, update on statement to alluse_program;
grant select, insert on statement_line, lot, lot_closing to alluse_program;
grant update on lot to alluse_program;
grant select, insert, delete on statement_account, statement_page, statement_verdict, statement_stated, statement_warning
    to alluse_program;
grant update on statement_stated to alluse_program;
grant select, insert on statement_backdated_lot to alluse_program;
grant select, insert, truncate on statement_stage to alluse_program;

-- Readers see what belongs to their accounts; files, which may be about many, are for readers of everything.
do $$
declare
    scoped record;
    everything constant text := '(select bool_or(main_id is null) from reader_scope)';
    mains constant text := '(select main_id from reader_scope where main_id is not null)';
begin
    for scoped in
        select *
        from (values
            ('statement_line', 'brokerage_id'),
            ('lot', 'account_id'),
            ('lot_closing', 'account_id')) as t (name, id)
    loop
        execute format('alter table %I enable row level security', scoped.name);
        execute format('create policy program on %I to alluse_program using (true) with check (true)', scoped.name);
        execute format('create policy reader on %I for select to alluse_reader using (%s or (%I & -65536) in %s)',
            scoped.name, everything, scoped.id, mains);
        execute format('grant select on %I to alluse_reader', scoped.name);
    end loop;
end $$;

create view report_statement with (security_barrier) as
select r.id as run_id,
    s.ref,
    r.input_name as file,
    s.format,
    r.business_date,
    s.first_on,
    s.last_on,
    r.outcome,
    r.population as lines
from statement s
join run r on r.id = s.run_id
where (select bool_or(main_id is null) from reader_scope);

comment on view report_statement is 'statements that were read; for readers of every main account';
comment on column report_statement.ref is 'the beginning of the digest of the file: events and line ids name it';

grant select on report_statement to alluse_reader;
