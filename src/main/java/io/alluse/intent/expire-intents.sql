update order_intent_p%02d i
set state = 'EXPIRED', ended_on = :on, ended_no = p.ended_no
from unnest(:accounts::bigint[], :events::integer[], :nos::integer[], :ended::integer[]) as p (account_id, event_no, no, ended_no)
where i.account_id = p.account_id and i.event_no = p.event_no and i.no = p.no and i.state = 'OPEN'
