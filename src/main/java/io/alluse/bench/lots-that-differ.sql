-- The canonical text of an option ends in its side, or in another multiplier than the usual one.
with lots as (
    select account_id,
        coalesce(sum(open_cost) filter (where open_quantity < 0 and instrument ~ ' [CP]( x[0-9.]+)?$'), 0) as written,
        sum(open_cost) as cost
    from lot
    group by account_id
)
select a.code || ': open lots cost ' || coalesce(l.cost - l.written, 0) || ' and ' || coalesce(l.written, 0)
    || ', SECURITIES and SHORT_OPTIONS are ' || h.securities || ' and ' || h.short_options
from account a
join account_head h on h.account_id = a.id
left join lots l on l.account_id = a.id
where h.securities <> coalesce(l.cost - l.written, 0) or h.short_options <> coalesce(l.written, 0)
order by a.code
