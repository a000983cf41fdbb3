-- Event by event: the history is indexed by number first.
select coalesce(sum(case when v.to_account = :ledger then v.amount else -v.amount end), 0.00) as change
from account_head h
cross join lateral generate_series(1, h.last_no) as n (no)
cross join lateral (
    select to_account, amount
    from movement
    where event_no = n.no
        and account_id = h.account_id
        and effective_date > :after
        and :ledger in (from_account, to_account)
    offset 0) v
where h.account_id = :account
