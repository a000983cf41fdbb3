select a.id, a.code, a.tier, a.opened_on, m.code as main_code, m.name as main_name, m.policy, m.mapping
from account a
join main_account m on m.id = a.id & ~65535::bigint
where a.code = :code
