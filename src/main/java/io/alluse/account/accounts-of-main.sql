select a.id, a.code, a.tier, a.opened_on, m.code as main_code, m.name as main_name, m.policy, m.mapping
from main_account m
join account a on a.id between m.id + 1 and m.id + 65535
where m.code = :code
order by a.id
