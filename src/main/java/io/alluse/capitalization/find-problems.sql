with repeated_name as (
    select name, min(line) as first_line
    from plan_candidate
    group by name
    having count(*) > 1
), existing as (
    select c.line, c.name, m.code, m.plan_content, c.content, m.plan_content = c.content as same
    from plan_candidate c
    join main_account m on m.name = c.name
), unfinished as (
    select p.name, p.run_id, p.main_reference, p.gen_reference, p.rev_reference, p.com_reference
    from run r
    join plan_row p on p.run_id = r.id
    where r.job = 'initial-capitalization'
        and r.outcome not like 'COMPLETED%'
        and not exists (select from main_account m where m.name = p.name)
), used as (
    select c.line, r.ord, r.col, r.field, r.reference
    from plan_candidate c
    cross join lateral (values
        (1, :main_reference_col, 'main_reference', c.main_reference),
        (2, :gen_reference_col, 'gen_reference', c.gen_reference),
        (3, :rev_reference_col, 'rev_reference', c.rev_reference),
        (4, :com_reference_col, 'com_reference', c.com_reference)) as r (ord, col, field, reference)
    where r.reference is not null
), repeated_reference as (
    select u.*, first_value(u.line) over same as first_line, row_number() over same as nth
    from used u
    where u.reference in (select reference from used group by reference having count(*) > 1)
    window same as (partition by u.reference order by u.line, u.ord)
), unfinished_reference as (
    select u.run_id, r.reference
    from unfinished u
    cross join lateral (values (u.main_reference), (u.gen_reference), (u.rev_reference), (u.com_reference))
        as r (reference)
    where r.reference is not null
)
insert into plan_problem (line, col, field, value, reason)
select c.line, :name_col, 'name', c.name, 'is the name on line ' || r.first_line || ' too'
from plan_candidate c
join repeated_name r on r.name = c.name and c.line > r.first_line
union all
select e.line, :name_col, 'name', e.name,
    'exists as ' || e.code || ' with ' || e.plan_content || ', but here it has ' || e.content
from existing e
where not e.same
union all
select c.line, :name_col, 'name', c.name,
    'is being opened by run ' || u.run_id || ', which has not finished: finish that one first'
from plan_candidate c
join unfinished u on u.name = c.name
union all
select r.line, r.col, r.field, r.reference,
    case when r.line = r.first_line then 'stands twice on this line' else 'is used on line ' || r.first_line end
from repeated_reference r
where r.nth > 1
union all
select u.line, u.col, u.field, u.reference, 'is used by ' || coalesce(a.code, m.code)
from used u
join brokerage_account b on b.reference = u.reference
join main_account m on m.id = b.main_id
left join account a on a.id = b.id
where not exists (select from existing e where e.line = u.line)
union all
select u.line, u.col, u.field, u.reference, 'is used by run ' || f.run_id || ', which has not finished'
from used u
join unfinished_reference f on f.reference = u.reference
