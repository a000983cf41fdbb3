insert into account_override (subject_id, effective_on, key, value, source)
select o.subject_id, o.effective_on, o.key, o.value, o.source
from unnest(:subjects::bigint[], :dates::text[]::date[], :keys::text[], :values::text[], :sources::text[])
    with ordinality as o (subject_id, effective_on, key, value, source, place)
order by o.place
