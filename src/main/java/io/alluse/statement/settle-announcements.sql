update announcement n
set state = 'settled', settled_by = p.line, settled_on = p.date
from unnest(:accounts::bigint[], :events::integer[], :seqs::integer[], :lines::text[], :dates::text[]::date[])
    as p (account_id, event_no, seq, line, date)
where n.account_id = p.account_id and n.event_no = p.event_no and n.seq = p.seq and n.state = 'open'
