with mine as (
    select m.id, m.capital
    from main_account m
    where m.number between (select min(number) from plan_row where run_id = :run)
            and (select max(number) from plan_row where run_id = :run)
        and m.run_id = :run
), events as (
    select count(*) as accounts, coalesce(sum(e.base_change), 0) as base
    from mine
    join event e on e.account_id in (mine.id + 1, mine.id + 2, mine.id + 3) and e.no = 1 and e.run_id = :run
)
select (select count(*) from mine) as mains, (select coalesce(sum(capital), 0) from mine) as capital,
    events.accounts, events.base
from events
