with days as (
    select brokerage_id, effective, count(*) as activities, sum(lines) as lines
    from statement_stage
    where run_id = :run
    group by brokerage_id, effective
), merged as (
    select distinct m.account_id
    from merge_member m
    join merge g on g.target_id = m.target_id and g.no = m.merge_no
    where m.whole and g.state <> 'REVERSED'
), running as (
    select d.*, d.brokerage_id >> 56 as place,
        sum(d.activities) over following - d.activities as before,
        m.account_id is not null as alone,
        lag(m.account_id) over following is not null as after_one_alone,
        lag(d.brokerage_id) over following as brokerage_before
    from days d
    left join merged m on m.account_id = d.brokerage_id
    window following as (partition by d.brokerage_id >> 56 order by d.brokerage_id, d.effective)
), apart as (
    -- what another account receives for one that was merged is posted by itself
    select *,
        count(*) filter (where (alone or after_one_alone) and brokerage_id <> brokerage_before) over (
            partition by place order by brokerage_id, effective) as segment
    from running
), placed as (
    select *, place << 32 | dense_rank() over (partition by place order by segment, div(before, :most)) - 1 as page
    from apart
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
