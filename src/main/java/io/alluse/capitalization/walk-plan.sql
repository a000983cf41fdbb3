select seq, number, line, name, capital, policy, mapping, split, overlays, policy_hash, opened_on,
    main_reference, gen_reference, rev_reference, com_reference, content
from plan_row
where run_id = :run and part = :part and seq > :after
order by seq
limit :most
