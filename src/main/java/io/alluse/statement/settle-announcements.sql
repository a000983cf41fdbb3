update announcement n
set state = 'settled', settled_by = p.line
from unnest(:accounts::bigint[], :events::integer[], :seqs::integer[], :lines::text[]) as p (account_id, event_no, seq, line)
where n.account_id = p.account_id and n.event_no = p.event_no and n.seq = p.seq and n.state = 'open'
