insert into main_account (id, number, code, name, policy, mapping, capital, opened_on, plan_content, run_id)
select m.id, m.number, m.code, m.name, m.policy, m.mapping, m.capital, m.opened_on, m.plan_content, ?
from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
    as m (id, number, code, name, policy, mapping, capital, opened_on, plan_content)
