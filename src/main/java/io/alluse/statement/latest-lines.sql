select b.id as brokerage_id, l.effective
from unnest(:ids::bigint[]) as b (id)
-- one row by its key
cross join lateral (
    select effective from statement_line_p%02d where brokerage_id = b.id order by effective desc limit 1) l
