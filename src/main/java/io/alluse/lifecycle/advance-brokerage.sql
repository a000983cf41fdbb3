update brokerage_account b
set reference = coalesce(p.reference, b.reference),
    state = p.after,
    confirmed_on = case when p.after = 'confirmed' then :date else b.confirmed_on end
from unnest(:ids::bigint[], :befores::text[], :afters::text[], :references::text[]) as p (id, before, after, reference)
where b.id between :least and :greatest and b.id = p.id and b.state = p.before
