select m.id, m.code, m.mapping, b.state is not distinct from 'confirmed' as confirmed,
    coalesce((select max(a.id) from account a where a.id between m.id + 1 and m.id + 65535) & 65535, 0) as last_member
from main_account m
left join brokerage_account b on b.id = m.id
where m.id = any(:mains::bigint[])
