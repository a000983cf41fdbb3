-- History: nobody but its owner may change it, and the triggers that refuse even the owner are on, in each partition.
select 'alluse_program may ' || lower(p) || ' ' || c.relname
from pg_class c
cross join unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p
where c.relnamespace = 'alluse'::regnamespace and c.relname ~ '^(event|movement|audit|audit_entry)(_p\d\d)?$'
    and c.relkind in ('r', 'p')
    and has_table_privilege('alluse_program', c.oid, p)
union all
select 'trigger ' || t.tgname || ' of ' || c.relname || ' is off'
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
where c.relnamespace = 'alluse'::regnamespace and t.tgname in ('refuse_change', 'refuse_truncate', 'kept')
    and t.tgenabled <> 'A'
union all
select c.relname || ' has lost the trigger ' || wanted
from pg_class c
cross join unnest(array['refuse_change', 'refuse_truncate']) wanted
where c.relnamespace = 'alluse'::regnamespace and c.relname ~ '^(event|movement)(_p\d\d)?$' and c.relkind in ('r', 'p')
    and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = wanted)
union all
-- Readers: partitions have no row-level security, so no reader may touch them, and parents must have it.
select 'alluse_reader may read the partition ' || c.relname
from pg_class c
where c.relnamespace = 'alluse'::regnamespace and c.relispartition and c.relkind = 'r'
    and has_any_column_privilege('alluse_reader', c.oid, 'SELECT')
union all
select c.relname || ' has row-level security switched off'
from pg_class c
where c.relnamespace = 'alluse'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
    and exists (select from pg_policy where polrelid = c.oid)
limit 20
