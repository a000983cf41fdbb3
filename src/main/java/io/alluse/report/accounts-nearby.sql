-- The next accounts by code, if they are among the next main accounts. Lateral and limit keep the planner from reading everything.
with page as (
    select a.id
    from (
        select id, number
        from main_account
        where number >= :number
            and (:policy::text is null or policy = :policy)
            and (:main::text is null or code = :main)
            and (:name::text is null or name ilike :name)
        order by number
        limit :mains) m
    cross join lateral (
        select id
        from account
        where id between m.id + 1 and m.id + 65535
            and (:tier::text is null or tier = :tier)
        order by id
        limit 65535) a
    cross join lateral (
        select from account_head
        where account_id = a.id
            and (:state::text is null or state = :state)
        limit 1) h
    where m.number > :number or a.id > :after
    order by m.number, a.id
    limit :limit)
select r.*
from page
cross join lateral (select * from report_account where account_id = page.id limit 1) r
order by r.main_number, r.account_id
