insert into account_override (subject_id, effective_on, key, value, source)
select :subject, :effective, o.key, o.value, o.source
from unnest(:keys::text[], :values::text[], :sources::text[]) with ordinality as o (key, value, source, place)
order by o.place
