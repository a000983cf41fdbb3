select r.*
from (
    select account_id, main_number, key
    from (
        select account_id, main_number, tier, state, policy, main, main_name,
            :direction::integer * case :sort
                when 'code' then main_number * 65536 + (account_id & 65535)
                when 'base' then base
                when 'cash' then cash
                when 'networth' then net_worth
                when 'opened' then opened_on - date '1970-01-01'
            end as key
        from report_account) k
    where (:tier::text is null or tier = :tier)
        and (:state::text is null or state = :state)
        and (:policy::text is null or policy = :policy)
        and (:main::text is null or main = :main)
        and (:name::text is null or main_name ilike :name)
        and (:key::numeric is null or (key, main_number, account_id) > (:key, :number::bigint, :after::bigint))
    order by key, main_number, account_id
    limit :limit) page
join report_account r on r.account_id = page.account_id
order by page.key, page.main_number, page.account_id
