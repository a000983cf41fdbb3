select b.reference, coalesce(a.code, m.code) as code
from brokerage_account b
join main_account m on m.id = b.main_id
left join account a on a.id = b.id
where b.reference = any(:references)
