-- states as the places they have in AccountState, the most frequent ones first
copy (
    select account_id,
        case state when 'ACTIVE' then 1 when 'SAFE' then 0 when 'FORKING' then 2 when 'MERGING' then 3
            when 'SUSPENDED' then 4 when 'CLOSED' then 5 when 'ERROR' then 6 end,
        (settled_no = last_no)::integer, settled_policy
    from account_head_p%1$02d
    where account_id > %2$d and account_id <= %3$d and serial <= %4$d
    order by account_id
    limit %5$d
) to stdout (format binary)
