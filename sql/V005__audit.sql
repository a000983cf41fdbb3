-- Who did what, when, why and from where: one row per command that changes anything, one entry per thing it touched.
-- Nothing is ever changed or removed.

create table audit (
    id       bigint      generated always as identity primary key,
    at       timestamptz not null,
    os_user  text        not null,
    db_user  text        not null default session_user,
    operator text,
    node     text        not null,
    command  text        not null,
    reason   text,
    run_id   bigint
);

-- No foreign key and one index: opening a million accounts writes a million entries, in the transactions that open them.
create table audit_entry (
    audit_id bigint not null,
    subject  text   not null,
    action   text   not null,
    detail   text,
    primary key (audit_id, subject, action)
);

comment on table audit is 'one row per command that changed anything';
comment on column audit.os_user is 'owner of the process';
comment on column audit.db_user is 'who logged in to the database; not for the program to say';
comment on column audit.operator is 'a note by the caller, never proof of anything';
comment on table audit_entry is 'what a command touched: an account''s code and what was done to it';

create function audit_is_kept() returns trigger language plpgsql as $$
begin
    raise exception '% is refused: % is kept for ever', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger kept before update or delete or truncate on audit for each statement execute function audit_is_kept();
create trigger kept before update or delete or truncate on audit_entry for each statement execute function audit_is_kept();
-- also in sessions that switch triggers off by session_replication_role
alter table audit enable always trigger kept;
alter table audit_entry enable always trigger kept;

revoke all on audit, audit_entry from public, alluse_program, alluse_reader;
-- column by column, so that db_user is always the database's own answer
grant insert (at, os_user, operator, node, command, reason, run_id) on audit to alluse_program;
grant insert on audit_entry to alluse_program;
grant select on audit, audit_entry to alluse_program, alluse_reader;
