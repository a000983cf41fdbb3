-- One that had expired has ended already: that its budget was free again is not undone by a fill that comes late.
update order_intent_p%02d i
set state = p.state,
    filled = p.filled,
    spent = p.spent,
    filled_by = p.line,
    ended_on = case when p.state = 'FILLED' then coalesce(i.ended_on, p.filled_on) else i.ended_on end,
    ended_no = case when p.state = 'FILLED' then coalesce(i.ended_no, p.after_no) else i.ended_no end
from unnest(:accounts::bigint[], :events::integer[], :nos::integer[], :states::text[], :filled::numeric[], :spent::numeric[],
        :lines::text[], :dates::text[]::date[], :after::integer[])
    as p (account_id, event_no, no, state, filled, spent, line, filled_on, after_no)
where i.account_id = p.account_id and i.event_no = p.event_no and i.no = p.no and i.state in ('OPEN', 'EXPIRED')
