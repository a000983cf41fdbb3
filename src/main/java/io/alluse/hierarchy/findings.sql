with asked as materialized (
    select a.id, a.code, a.tier, a.parent_id, a.fork_no, h.state
    from account_p%1$02d a
    join account_head_p%1$02d h on h.account_id = a.id
    where a.id between :least and :greatest and h.account_id between :least and :greatest
), forked as (
    select f.parent_id, f.no, f.amount, f.state, f.main_id,
        (select coalesce(sum(c.amount), 0)
        from fork_child_p%1$02d c
        where c.parent_id = f.parent_id and c.fork_no = f.no
            and exists (select from account_p%1$02d a where a.id = c.account_id)) as received
    from fork_p%1$02d f
    where f.parent_id between :least and :greatest
)
-- an account comes from an older one, so that nothing comes from itself by any detour
select a.id as account_id, 'it comes from an account that is not there' as what, a.parent_id::text as value
from asked a
where a.parent_id is not null and not exists (select from account p where p.id = a.parent_id)
union all
select a.id, 'it comes from an account that is no older', p.code
from asked a
join account p on p.id = a.parent_id
where (a.parent_id >> 16 & 4294967295, a.parent_id & 65535) >= (a.id >> 16 & 4294967295, a.id & 65535)
union all
select a.id, 'it does not lie where its parent lies', p.code
from asked a
join account p on p.id = a.parent_id
where p.id >> 48 <> a.id >> 48
union all
select a.id, 'its code is not what it comes from', coalesce(p.code || '-' || a.fork_no, m.code) || '-' || a.tier
from asked a
left join account p on p.id = a.parent_id
left join main_account m on m.id = a.id & -65536
where a.code is distinct from coalesce(p.code || '-' || a.fork_no, m.code) || '-' || a.tier
    and (a.parent_id is null or p.id is not null)
union all
select a.id, 'its fork says otherwise where it comes from', coalesce((select code from account where id = c.parent_id) || '-' || c.fork_no, 'nothing')
from asked a
left join fork_child_p%1$02d c on c.account_id = a.id and c.account_id between :least and :greatest
where (a.parent_id, a.fork_no) is distinct from (c.parent_id, c.fork_no)
union all
select a.id, 'its main account says otherwise where it comes from', coalesce((select code from account where id = m.parent_id), 'a plan')
from asked a
join main_account m on m.id = a.id & -65536
where m.parent_id is distinct from
    case when a.parent_id & -65536 = m.id then m.parent_id else a.parent_id end
union all
-- a fork is what its accounts have received
select f.parent_id, 'fork ' || f.no || ' of ' || f.amount || ' is not what its accounts have received', f.received::text
from forked f
where f.received <> f.amount
union all
select f.parent_id, 'fork ' || f.no || ' has opened a main account that is not there', coalesce((select code from main_account where id = f.main_id), f.main_id::text)
from forked f
where f.main_id is not null and not exists (select from main_account m where m.id = f.main_id and m.parent_id = f.parent_id)
union all
select a.id, 'it is FORKING without a fork that awaits anything', a.state
from asked a
where a.state = 'FORKING' and not exists (select from forked f where f.parent_id = a.id and f.state = 'AWAITING')
union all
-- whoever is open has one brokerage account, of its own or its main account's
select a.id, 'it has not one brokerage account', b.many::text
from asked a
join main_account m on m.id = a.id & -65536
cross join lateral (
    select count(*) filter (where state <> 'released') as many
    from brokerage_account
    where id in (a.id, m.id)) b
where a.state <> 'CLOSED' and b.many <> 1
union all
select a.id, 'it is CLOSED and holds lot ' || l.no || ' of ' || l.instrument, l.open_quantity::text
from asked a
join lot_p%1$02d l on l.account_id = a.id and l.open_quantity <> 0
where a.state = 'CLOSED'
union all
select a.id, 'it is CLOSED and has an order intent', i.event_no || '/' || i.no
from asked a
join order_intent_p%1$02d i on i.account_id = a.id and i.state = 'OPEN'
where a.state = 'CLOSED'
