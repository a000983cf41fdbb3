select n.name, b.id, b.reference, b.state, coalesce(a.code, m.code) as code
from unnest(:names::text[], :spelled::text[]) as n (name, spelled)
join brokerage_account b
    on substr(b.reference, position(':' in b.reference) + 1) = substr(n.spelled, position(':' in n.spelled) + 1)
    and b.reference is not null
    and (b.reference = n.spelled or position(':' in n.spelled) = 0)
join main_account m on m.id = b.main_id
left join account a on a.id = b.id
order by b.reference
