create temporary table plan_candidate (
    line bigint not null,
    name text not null,
    capital numeric not null,
    policy text not null,
    mapping text not null,
    split text not null,
    overlays text not null,
    policy_hash bytea not null,
    opened_on date not null,
    main_reference text,
    gen_reference text,
    rev_reference text,
    com_reference text,
    content text not null
) on commit drop;

create temporary table plan_problem (
    line bigint not null,
    col integer not null,
    field text not null,
    value text not null,
    reason text not null
) on commit drop;
