-- Credentials of brokerage accounts. Nothing here is readable without the vault key, which is never in the database.
-- A data key per account, wrapped by the vault key; so a new vault key re-wraps 61 bytes per account and touches no credential.

create table credential_key (
    brokerage_id bigint      primary key references brokerage_account,
    identity     text        not null check (identity <> ''),
    kek_id       text        not null check (kek_id ~ '^[0-9a-f]{16}$'),
    wrapped_key  bytea       not null check (octet_length(wrapped_key) = 61),
    made_at      timestamptz not null,
    wrapped_at   timestamptz not null
);

create table credential (
    brokerage_id bigint      not null references credential_key on delete cascade,
    name         text        not null check (name ~ '^[a-z][a-z0-9-]{0,62}$'),
    sealed       bytea       not null check (octet_length(sealed) between 30 and 65565),
    set_at       timestamptz not null,
    primary key (brokerage_id, name)
);

comment on table credential_key is 'one data key per brokerage account, wrapped by the vault key kek_id';
comment on column credential_key.identity is 'the code it was sealed for; authenticated, so changing it here makes it unreadable';
comment on table credential is 'secrets sealed by the data key with AES-256-GCM, bound to account and name';
comment on column credential.set_at is 'when a person last set it: its age, whatever was rotated since';

revoke all on credential_key, credential from public, alluse_reader;
grant select, insert, update, delete on credential_key, credential to alluse_program;
