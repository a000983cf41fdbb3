with asked as (
    select id from unnest(:mains::bigint[]) as m (id)
), around as (
    -- main accounts that forks have opened, and those they came from, are at the other end of some transfers
    select id from asked
    union
    select f.main_id
    from asked a
    cross join lateral (
        select main_id from fork where parent_id between a.id + 1 and a.id + 65535 and main_id is not null offset 0) f
    union
    select m.parent_id & ~65535::bigint
    from asked a
    join main_account m on m.id = a.id
    where m.parent_id is not null
), moved as (
    select v.account_id, v.transfer_id, sum(case v.to_account when 'TRANSFERS' then v.amount else -v.amount end) as paid
    from around m
    cross join lateral (
        select account_id, transfer_id, to_account, amount from movement
        where account_id between m.id + 1 and m.id + 65535 and transfer_id is not null offset 0) v
    group by v.account_id, v.transfer_id
), edge as (
    select p.account_id as payer, r.account_id as receiver, sum(p.paid) as amount, count(*) as transfers
    from moved p
    join moved r on r.transfer_id = p.transfer_id and r.paid < 0
    where p.paid > 0
        and ((p.account_id & ~65535::bigint) in (select id from asked) or (r.account_id & ~65535::bigint) in (select id from asked))
    group by p.account_id, r.account_id
)
select p.code as payer, r.code as receiver, e.amount, e.transfers
from edge e
join account p on p.id = e.payer
join account r on r.id = e.receiver
order by e.payer, e.receiver
