select t.*, f.code as from_code, r.code as to_code, coalesce(n.announced, 0) as announced, coalesce(n.open, 0) as open
from transfer t
join account f on f.id = t.from_id
join account r on r.id = t.to_id
left join lateral (
    select count(*) as announced, count(*) filter (where n.state = 'open') as open
    from event e
    join announcement n on n.account_id = e.account_id and n.event_no = e.no
    where e.account_id in (t.from_id, t.to_id) and e.rule = 'transfer' and e.ref = t.transfer_id) n
    on t.transfer_id is not null
where t.id > :after
    and (:account::bigint is null or t.from_id = :account or t.to_id = :account or t.main_id = :account)
    and (:all or t.state = 'proposed')
order by t.id
limit :limit
