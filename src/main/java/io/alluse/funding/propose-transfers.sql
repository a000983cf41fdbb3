-- Not what is proposed already, nor what a person has declined: the same amount between the same two, with nothing since.
insert into transfer (main_id, from_id, to_id, amount, state, proposed_on, run_id)
select p.from_id & -65536, p.from_id, p.to_id, p.amount, 'proposed', :on, :run
from unnest(:froms::bigint[], :tos::bigint[], :amounts::numeric[])
    with ordinality as p (from_id, to_id, amount, place)
where not exists (
    select
    from (
        select t.state, t.amount
        from transfer t
        where t.main_id = p.from_id & -65536 and t.from_id = p.from_id and t.to_id = p.to_id
        order by t.id desc
        limit 1) l
    where l.state in ('proposed', 'declined') and l.amount = p.amount)
order by p.place
