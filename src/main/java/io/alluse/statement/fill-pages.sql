with days as (
    select brokerage_id, effective, count(*) as activities, sum(lines) as lines
    from statement_stage
    where run_id = :run
    group by brokerage_id, effective
), running as (
    select *, brokerage_id >> 56 as place,
        sum(activities) over (partition by brokerage_id >> 56 order by brokerage_id, effective) - activities as before
    from days
), placed as (
    select *, place << 32 | div(before, :most)::bigint as page
    from running
), pages as (
    select page, place, sum(activities) as activities, sum(lines) as lines,
        min(effective) as first_day, max(effective) as last_day,
        min(array[brokerage_id, effective - date '2000-01-01']) as first,
        max(array[brokerage_id, effective - date '2000-01-01']) as last
    from placed
    group by page, place
)
insert into statement_page (run_id, part, page, from_id, from_date, to_id, to_date, first_day, last_day, activities, lines)
select :run, case when :one_part then 0 else place end, page,
    first[1], date '2000-01-01' + first[2]::integer, last[1], date '2000-01-01' + last[2]::integer, first_day, last_day, activities, lines
from pages
