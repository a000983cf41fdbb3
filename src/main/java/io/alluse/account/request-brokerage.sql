-- One per account, or one for the main account that its accounts share, unless it is there already.
insert into brokerage_account (id, main_id, mapping, state, requested_on)
select distinct case m.mapping when 'per-main' then m.id else f.id end, m.id, m.mapping, 'requested', f.opened_on::date
from unnest(:ids::bigint[], :dates::text[]) as f (id, opened_on)
join main_account m on m.id = f.id & ~65535::bigint
where m.mapping = 'per-account' or not exists (select from brokerage_account b where b.id = m.id)
