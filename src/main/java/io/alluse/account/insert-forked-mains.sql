insert into main_account (id, number, code, name, policy, mapping, capital, opened_on, parent_id, plan_content, run_id)
select f.id, f.number, f.code, f.code, p.policy, p.mapping, f.capital, f.opened_on::date, f.parent_id, 'fork ' || f.code, :run
from unnest(:ids::bigint[], :numbers::bigint[], :codes::text[], :parents::bigint[], :capitals::numeric[], :dates::text[])
    as f (id, number, code, parent_id, capital, opened_on)
join main_account p on p.id = f.parent_id & ~65535::bigint
