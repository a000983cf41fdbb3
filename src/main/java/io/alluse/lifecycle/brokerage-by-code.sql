select c.code, m.code as main_code, m.mapping, m.policy, m.id as main_id, a.id as account_id,
    b.id, b.state, b.reference
from unnest(:codes::text[]) as c (code)
join main_account m on m.code = substring(c.code from '^A-[0-9]+')
left join account a on c.code <> m.code and a.id between m.id + 1 and m.id + 65535 and a.code = c.code
left join brokerage_account b on b.id = case when c.code = m.code then m.id else a.id end
where c.code = m.code or a.id is not null
