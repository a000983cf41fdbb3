-- One for the main account that its accounts share, unless it is there already.
insert into brokerage_account (id, main_id, mapping, state, requested_on)
select distinct m.id, m.id, 'per-main', 'requested', f.opened_on::date
from unnest(:ids::bigint[], :dates::text[]) as f (id, opened_on)
cross join lateral (select f.id & ~65535::bigint as id) m
where not exists (select from brokerage_account b where b.id = m.id)
