-- Prices of what is held, when an announcement was settled, and where a broker's statement and the ledger disagree.

-- One row per instrument and day, by the canonical text of the instrument; the last one at or before a date is its mark.
create table price (
    symbol text not null check (symbol <> ''),
    date date not null,
    close numeric not null check (close > 0 and close < 'infinity'),
    high numeric check (high > 0 and high < 'infinity'),
    low numeric check (low > 0 and low <= high),
    volume numeric check (volume >= 0 and volume < 'infinity'),
    primary key (symbol, date)
) partition by range (date);

-- A year each and the two ends, without a default partition: so the last price is found from the newest year backwards.
do $$
begin
    create table price_before partition of price for values from (minvalue) to ('2015-01-01');
    for year in 2015..2039 loop
        execute format('create table %I partition of price for values from (%L) to (%L)',
            'price_' || year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
    end loop;
    create table price_after partition of price for values from ('2040-01-01') to (maxvalue);
end $$;

grant select, insert, update on price to alluse_program;
-- prices are no secret
grant select on price to alluse_reader;

-- The effective date of the line that settled it: what was still announced at the end of a statement can be told afterwards.
alter table announcement add column settled_on date;
alter table announcement add check ((settled_on is null) = (settled_by is null));

-- Up to which date a brokerage account's cash and its positions have been compared with a statement: an older statement that
-- comes later neither opens nor ends a break.
create table reconciliation (
    brokerage_id bigint not null references brokerage_account,
    kind text not null check (kind in ('cash', 'position')),
    as_of date not null,
    statement text not null,
    run_id bigint references run,
    primary key (brokerage_id, kind)
);

create table reconciliation_break (
    id bigint generated always as identity primary key,
    brokerage_id bigint not null references brokerage_account,
    kind text not null check (kind in ('cash', 'position')),
    instrument text,
    stated numeric not null,
    expected numeric not null,
    difference numeric not null generated always as (stated - expected) stored check (difference <> 0),
    since date not null,
    as_of date not null check (as_of >= since),
    statement text not null,
    run_id bigint references run,
    state text not null default 'open' check (state in ('open', 'explained', 'resolved', 'gone')),
    said_by text,
    said text,
    said_at timestamptz,
    gone_on date,
    check ((kind = 'position') = (instrument is not null)),
    check ((said_by is null) = (said is null) and (said_by is null) = (said_at is null)),
    check (state not in ('explained', 'resolved') or said_by is not null),
    check ((state = 'gone') = (gone_on is not null))
);
-- At most one that has not ended per brokerage account, kind and instrument; forks and merges look here.
create unique index reconciliation_break_standing on reconciliation_break (brokerage_id, kind, coalesce(instrument, ''))
    where state in ('open', 'explained');
create index reconciliation_break_run on reconciliation_break (run_id);
create index reconciliation_break_brokerage on reconciliation_break (brokerage_id, id);

grant select, insert, update on reconciliation, reconciliation_break to alluse_program;

-- Readers see of breaks and reconciliations what they see of the brokerage accounts.
do $$
declare
    scoped text;
begin
    foreach scoped in array array['reconciliation', 'reconciliation_break'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('create policy program on %I to alluse_program using (true) with check (true)', scoped);
        execute format('create policy reader on %I for select to alluse_reader'
            ' using ((select bool_or(main_id is null) from reader_scope)'
            ' or (brokerage_id & -65536) in (select main_id from reader_scope where main_id is not null))', scoped);
        execute format('grant select on %I to alluse_reader', scoped);
    end loop;
end $$;
