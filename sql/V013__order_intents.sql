-- What an account is to buy or to write, as the job order-intents has decided: how much was filled, by which lines of statements, and
-- how each intent ended.
--
-- What an intent says never changes; how far it has come stands beside it. `ended_no` is the number of the account's last event when it
-- had ended: so what was open before any event of the account can be told afterwards.
create table order_intent (
    account_id bigint not null,
    event_no integer not null check (event_no >= 1),
    no smallint not null check (no >= 1),
    business_date date not null,
    kind text not null check (kind in ('CONTRACTS', 'SHARES', 'LEAPS')),
    symbol text not null check (symbol <> ''),
    quantity numeric check (quantity > 0 and quantity < 'infinity'),
    budget numeric not null check (budget > 0 and budget < 'infinity'),
    price numeric check (price > 0 and price < 'infinity'),
    price_date date,
    delta_from smallint,
    delta_to smallint,
    valid_from date not null,
    valid_until date not null check (valid_until >= valid_from),
    expiry_from date,
    expiry_to date,
    state text not null default 'OPEN' check (state in ('OPEN', 'FILLED', 'EXPIRED', 'CANCELLED')),
    filled numeric not null default 0 check (filled >= 0 and filled < 'infinity'),
    spent numeric not null default 0 check (spent >= 0 and spent < 'infinity'),
    filled_by text,
    ended_on date,
    ended_no integer,
    cause text,
    primary key (account_id, event_no, no),
    check ((price is null) = (price_date is null)),
    check ((delta_from is null) = (delta_to is null) and delta_from <= delta_to),
    check ((expiry_from is null) = (expiry_to is null) and expiry_from <= expiry_to),
    check ((filled = 0) = (filled_by is null)),
    check ((state = 'OPEN') = (ended_on is null) and (ended_on is null) = (ended_no is null)),
    check (state <> 'FILLED' or filled > 0),
    check ((state = 'CANCELLED') = (cause is not null))
) partition by range (account_id);
create index order_intent_open on order_intent (account_id, event_no, no) where state = 'OPEN';
-- a statement that comes late may fill what had expired
create index order_intent_expired on order_intent (account_id, valid_until) where state = 'EXPIRED';
create index order_intent_date on order_intent using brin (business_date) with (pages_per_range = 16, autosummarize = on);

-- Line by line what filled an intent; `after_no` is the number of the account's last event when it had.
create table order_intent_fill (
    account_id bigint not null,
    event_no integer not null,
    no smallint not null,
    line_id text not null,
    filled_on date not null,
    after_no integer not null,
    quantity numeric not null check (quantity > 0 and quantity < 'infinity'),
    spent numeric not null check (spent >= 0 and spent < 'infinity'),
    primary key (account_id, event_no, no, line_id)
) partition by range (account_id);

do $$
declare
    parent text;
    partition text;
    bucket_shift constant bigint := 1::bigint << 48;
begin
    foreach parent in array array['order_intent', 'order_intent_fill'] loop
        for p in 0..15 loop
            partition := parent || '_p' || lpad(p::text, 2, '0');
            execute format('create table %I partition of %I for values from (%s) to (%s)',
                partition, parent, p * 256 * bucket_shift, (p + 1) * 256 * bucket_shift);
            execute format('grant select, insert on %I to alluse_program', partition);
        end loop;
    end loop;
    for p in 0..15 loop
        execute format('grant update (state, filled, spent, filled_by, ended_on, ended_no, cause) on %I to alluse_program',
            'order_intent_p' || lpad(p::text, 2, '0'));
    end loop;
end $$;

grant select, insert on order_intent, order_intent_fill to alluse_program;
grant update (state, filled, spent, filled_by, ended_on, ended_no, cause) on order_intent to alluse_program;

-- Readers see those of their accounts.
do $$
declare
    scoped text;
begin
    foreach scoped in array array['order_intent', 'order_intent_fill'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('create policy program on %I to alluse_program using (true) with check (true)', scoped);
        execute format('create policy reader on %I for select to alluse_reader'
            ' using ((select bool_or(main_id is null) from reader_scope)'
            ' or (account_id & -65536) in (select main_id from reader_scope where main_id is not null))', scoped);
        execute format('grant select on %I to alluse_reader', scoped);
    end loop;
end $$;
