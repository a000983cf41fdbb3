select name || ' = ' || setting || ', should be ' || wanted
from pg_settings
join (values
    ('autovacuum', 'on', 'on'),
    ('track_counts', 'on', 'on'),
    ('default_transaction_isolation', 'read committed', 'read committed'),
    ('default_transaction_read_only', 'off', 'off'),
    ('zero_damaged_pages', 'off', 'off'),
    ('ignore_checksum_failure', 'off', 'off'),
    ('max_connections', '20', 'at least 20')) as w (setting_name, least, wanted) on setting_name = name
where case when name = 'max_connections' then setting::int < least::int else setting <> least end
order by name
