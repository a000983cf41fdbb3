with mine as (
    select m.number, m.code
    from main_account m
    where m.number between (select min(number) from plan_row where run_id = :run)
            and (select max(number) from plan_row where run_id = :run)
        and m.run_id = :run
)
select code
from mine
where number in ((select min(number) from mine), (select max(number) from mine))
order by number
