-- Accounts that have moved into others: merges of fork families, and consolidations.

create table merge (
    target_id bigint not null,
    no integer not null check (no >= 1),
    kind text not null check (kind in ('family', 'consolidation')),
    business_date date not null,
    event_no integer not null,
    parent_id bigint,
    fork_no integer,
    policy_hash bytea not null,
    why text not null check (why <> ''),
    received numeric not null check (received > '-infinity' and received < 'infinity'),
    state text not null check (state in ('MERGED', 'CLOSED', 'REVERSED')),
    ended_on date,
    primary key (target_id, no),
    check ((parent_id is null) = (fork_no is null)),
    check (kind = 'consolidation' or parent_id is not null),
    check ((state = 'MERGED') = (ended_on is null))
) partition by range (target_id);
create index merge_family on merge (parent_id, fork_no) where parent_id is not null;

-- An account that gave what it had, or, where it is not the whole of it, a part; the event is the one in which it did.
create table merge_member (
    account_id bigint not null,
    event_no integer not null,
    target_id bigint not null,
    merge_no integer not null,
    whole boolean not null,
    base numeric not null check (base >= 0 and base < 'infinity'),
    received numeric not null check (received > '-infinity' and received < 'infinity'),
    primary key (account_id, event_no)
) partition by range (account_id);
create index merge_member_merge on merge_member (target_id, merge_no);

-- Where a lot was before it came from another account, and what tax law goes on to know of it.
create table lot_origin (
    account_id bigint not null,
    no integer not null,
    from_account_id bigint not null,
    from_no integer not null,
    purchased date not null,
    held_since date not null,
    deferred numeric not null check (deferred >= 0 and deferred < 'infinity'),
    primary key (account_id, no)
) partition by range (account_id);

do $$
declare
    parent text;
    partition text;
    bucket_shift constant bigint := 1::bigint << 48;
begin
    foreach parent in array array['merge', 'merge_member', 'lot_origin'] loop
        for p in 0..15 loop
            partition := parent || '_p' || lpad(p::text, 2, '0');
            execute format('create table %I partition of %I for values from (%s) to (%s)',
                partition, parent, p * 256 * bucket_shift, (p + 1) * 256 * bucket_shift);
            execute format('grant select, insert on %I to alluse_program', partition);
        end loop;
    end loop;
    for p in 0..15 loop
        execute format('grant update (state, ended_on) on %I to alluse_program', 'merge_p' || lpad(p::text, 2, '0'));
        execute format('grant update (state) on %I to alluse_program', 'fork_family_p' || lpad(p::text, 2, '0'));
    end loop;
end $$;
grant select, insert on merge, merge_member, lot_origin to alluse_program;
grant update (state, ended_on) on merge to alluse_program;

-- Orders that end a position before a merge spend nothing.
alter table order_intent drop constraint order_intent_kind_check;
alter table order_intent add constraint order_intent_kind_check
    check (kind in ('CONTRACTS', 'SHARES', 'LEAPS', 'SALE', 'BUY_BACK'));
alter table order_intent drop constraint order_intent_budget_check;
alter table order_intent add constraint order_intent_budget_check
    check (case when kind in ('SALE', 'BUY_BACK') then budget = 0 else budget > 0 and budget < 'infinity' end);

-- A person who takes a merge back keeps the family apart.
alter table fork_family drop constraint fork_family_state_check;
alter table fork_family add constraint fork_family_state_check check (state in ('open', 'merged', 'reversed', 'apart'));

do $$
declare
    scoped record;
    everything constant text := '(select bool_or(main_id is null) from reader_scope)';
    mains constant text := '(select main_id from reader_scope where main_id is not null)';
begin
    for scoped in
        select *
        from (values
            ('merge', 'target_id'),
            ('merge_member', 'account_id'),
            ('lot_origin', 'account_id')) as t (name, id)
    loop
        execute format('alter table %I enable row level security', scoped.name);
        execute format('create policy program on %I to alluse_program using (true) with check (true)', scoped.name);
        execute format('create policy reader on %I for select to alluse_reader using (%s or (%I & -65536) in %s)',
            scoped.name, everything, scoped.id, mains);
        execute format('grant select on %I to alluse_reader', scoped.name);
    end loop;
end $$;
