-- What the merged account was to give away or take, and the two of the account that receives it: all three, or none.
with sides as (
    select :merged::bigint as account_id, :direction::text as direction
    union all
    select :target::bigint, unnest(array['in', 'out'])
), open as (
    select s.account_id, n.event_no, n.seq
    from sides s
    cross join lateral (
        select event_no, seq
        from announcement
        where account_id = s.account_id and state = 'open' and direction = s.direction and instrument = :instrument
            and quantity = :quantity
        order by event_no desc, seq
        limit 1) n
)
update announcement a
set state = 'withdrawn'
from open o
where a.account_id = o.account_id and a.event_no = o.event_no and a.seq = o.seq and (select count(*) from open) = 3
