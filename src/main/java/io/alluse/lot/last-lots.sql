select a.account_id, l.no
from unnest(:accounts::bigint[]) as a (account_id)
-- one row by its key, whatever the planner believes about a table that is being filled
cross join lateral (select no from lot where account_id = a.account_id order by no desc limit 1) l
