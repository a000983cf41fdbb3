-- key by key, in the table partition of the accounts itself
select m.id, m.code, m.mapping, b.state is not distinct from 'confirmed' as confirmed,
    coalesce(a.id & 65535, 0) as last_member
from unnest(:mains::bigint[]) as asked (id)
cross join lateral (select id, code, mapping from main_account where id = asked.id offset 0) m
left join lateral (select state from brokerage_account where id = asked.id offset 0) b on true
left join lateral (
    select id from account_p%02d where id between asked.id + 1 and asked.id + 65535 order by id desc limit 1) a on true
