select l.*, coalesce(a.code, m.code) as code
from alert l
join main_account m on m.id = l.subject_id & -65536
left join account a on a.id = l.subject_id
where l.id > :after
    and (:subject::bigint is null or l.subject_id = :subject
        or (:subject & 65535 = 0 and l.subject_id between :subject and :subject + 65535))
    and (:all or l.state in ('open', 'acknowledged'))
order by l.id
limit :limit
