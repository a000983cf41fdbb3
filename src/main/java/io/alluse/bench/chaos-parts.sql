-- in one snapshot, as any commit left it
select (select count(*) from (select sum(transfers) as all_transfers from account_head) h where h.all_transfers <> 0)
    + (select count(*)
        from fork f
        left join (
            select c.parent_id, c.fork_no, sum(c.amount) as received
            from fork_child c
            join account a on a.id = c.account_id and a.parent_id = c.parent_id
            join account_head h on h.account_id = c.account_id and h.transfers = -c.amount
            group by c.parent_id, c.fork_no) r on r.parent_id = f.parent_id and r.fork_no = f.no
        where r.received is distinct from f.amount)
    + (select count(*) from account a where a.parent_id is not null
        and not exists (select from fork_child c where c.account_id = a.id))
