insert into plan_row (run_id, part, seq, number, line, name, capital, policy, mapping, split, overlays, policy_hash,
    opened_on, main_reference, gen_reference, rev_reference, com_reference, content)
select :run, case when :one_part then 0 else (number % 16)::integer end, number % 16 << 40 | number, number, line, name,
    capital, policy, mapping, split, overlays, policy_hash, opened_on,
    main_reference, gen_reference, rev_reference, com_reference, content
from plan_taken
order by number % 16, number
