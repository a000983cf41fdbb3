-- What sweeps over many accounts need of the ledger: a bound of their population, results per calendar year, what has been settled
-- by which policy, and a history whose indexes grow at one end.

-- Drawn when an account is inserted, under the posting lock of its partition: whoever holds that lock and reads the greatest serial
-- of the partition knows that every account committed there later has a greater one.
create sequence account_serial;
alter table account_head
    add column serial bigint not null default nextval('account_serial'),
    add column settled_no integer not null default 0,
    add column settled_policy bigint not null default 0;
alter sequence account_serial owned by account_head.serial;
grant usage on sequence account_serial to alluse_program;

-- Results by calendar year of the movements' effective dates, what was earned positive; a row as soon as a movement touches a result.
create table year_result (
    account_id bigint not null,
    year integer not null,
    short numeric not null,
    long numeric not null,
    dividends numeric not null,
    primary key (account_id, year)
) partition by range (account_id);

do $$
declare
    partition text;
    bucket_shift constant bigint := 1::bigint << 48;
begin
    for p in 0..15 loop
        partition := 'year_result_p' || lpad(p::text, 2, '0');
        execute format('create table %I partition of year_result for values from (%s) to (%s)',
            partition, p * 256 * bucket_shift, (p + 1) * 256 * bucket_shift);
        execute format('alter table %I set (fillfactor = 60)', partition);
        execute format('grant select, insert, update on %I to alluse_program', partition);
    end loop;
end $$;
grant select, insert, update on year_result to alluse_program;

-- Readers see of the results what they see of the movements that they add up.
alter table year_result enable row level security;
create policy program on year_result to alluse_program using (true) with check (true);
create policy reader on year_result for select to alluse_reader
    using ((select bool_or(main_id is null) from reader_scope)
        or (account_id & -65536) in (select main_id from reader_scope where main_id is not null));
grant select on year_result to alluse_reader;

-- Number first, account second: a nightly event of many accounts goes to neighbouring places of each index, where an account of long
-- history had leaves of its own. One account's history is read number by number, from 1 to the last one of its head.
alter table event drop constraint event_pkey;
alter table event add primary key (no, account_id);
alter table event drop constraint event_once;
alter table event add constraint event_once unique (rule, ref, account_id);
alter table movement drop constraint movement_pkey;
alter table movement add primary key (event_no, account_id, seq);

-- What a run posted lies together, in the order in which it was written.
create index event_run on event using brin (run_id) with (pages_per_range = 16, autosummarize = on);

create or replace view report_history with (security_invoker) as
select a.code,
    e.no,
    e.business_date,
    e.effective_date,
    e.rule,
    e.ref,
    e.kind,
    e.state,
    e.base_change,
    v.seq,
    v.from_account,
    v.to_account,
    v.amount,
    v.effective_date as movement_date,
    v.transfer_id,
    v.line_id,
    e.detail,
    encode(e.policy_hash, 'hex') as policy_hash,
    encode(e.hash, 'hex') as hash,
    e.run_id
from account a
-- account by account, number by number, whatever the planner thinks of it: history grows for ever and is never to be scanned
cross join lateral (select last_no from account_head where account_id = a.id offset 0) h
cross join lateral generate_series(1, h.last_no) as n (no)
cross join lateral (select * from event where no = n.no and account_id = a.id offset 0) e
left join lateral (select * from movement where event_no = n.no and account_id = a.id offset 0) v on true;
