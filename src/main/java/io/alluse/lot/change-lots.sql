update lot_p%02d l
set instrument = p.instrument,
    open_quantity = p.quantity,
    open_cost = p.cost
from unnest(:accounts::bigint[], :nos::integer[], :instruments::text[], :quantities::numeric[], :costs::numeric[])
    as p (account_id, no, instrument, quantity, cost)
where l.account_id = p.account_id and l.no = p.no
