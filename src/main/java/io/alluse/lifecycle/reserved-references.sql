select distinct r.reference, p.run_id
from run u
join plan_row p on p.run_id = u.id
cross join lateral (values (p.main_reference), (p.gen_reference), (p.rev_reference), (p.com_reference)) as r (reference)
where u.outcome not like 'COMPLETED%'
    and r.reference = any(:references)
    and not exists (select from main_account m where m.number = p.number)
