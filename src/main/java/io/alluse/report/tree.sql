with page as (
    select id, number
    from main_account
    where number > :after
        and (:main::text is null or code = :main)
    order by number
    limit :limit)
select r.*
from page m
cross join lateral (
    select id
    from account
    where id between m.id + 1 and m.id + 65535
    order by id
    limit 65535) a
cross join lateral (select * from report_account where account_id = a.id limit 1) r
order by m.number, a.id
