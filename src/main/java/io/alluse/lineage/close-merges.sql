update merge_p%02d g
set state = 'CLOSED', ended_on = :on
from (
    select distinct m.target_id, m.merge_no
    from unnest(:accounts::bigint[]) as asked (id)
    cross join lateral (select * from merge_member where account_id = asked.id and whole offset 0) m) ended
where g.target_id = ended.target_id and g.no = ended.merge_no and g.state = 'MERGED'
    and not exists (
        select
        from merge_member o
        cross join lateral (select state from account_head where account_id = o.account_id offset 0) h
        where o.target_id = g.target_id and o.merge_no = g.no and o.whole and h.state <> 'CLOSED')
