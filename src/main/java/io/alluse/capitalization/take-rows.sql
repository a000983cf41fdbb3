create temporary table plan_taken on commit drop as
select c.*, :first - 1 + row_number() over (order by c.line) as number
from plan_candidate c
where not exists (select from plan_problem p where p.line = c.line)
    and not exists (select from main_account m where m.name = c.name)
