update order_intent_p%02d i
set state = 'CANCELLED', ended_on = p.on_day, ended_no = p.ended_no, cause = p.cause
from unnest(:accounts::bigint[], :on::text[]::date[], :ended::integer[], :causes::text[])
    as p (account_id, on_day, ended_no, cause)
where i.account_id = p.account_id and i.state = 'OPEN'
