create temporary table price_candidate (
    line bigint not null,
    symbol text not null,
    date date not null,
    close numeric not null,
    high numeric,
    low numeric,
    volume numeric
) on commit drop;

create temporary table price_problem (
    line bigint not null,
    col integer not null,
    field text not null,
    value text not null,
    reason text not null
) on commit drop;
