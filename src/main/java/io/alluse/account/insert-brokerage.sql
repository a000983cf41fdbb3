insert into brokerage_account (id, main_id, mapping, reference, state, requested_on, confirmed_on)
select b.id, b.main_id, b.mapping, b.reference, b.state, b.requested_on,
    case when b.state = 'confirmed' then b.requested_on end
from unnest(?, ?, ?, ?, ?, ?) as b (id, main_id, mapping, reference, state, requested_on)
