insert into alert (kind, subject_id, key, text, next_step, raised_on, run_id)
select kind, subject_id, key, text, next_step, :on, :run
from unnest(:kinds::text[], :subjects::bigint[], :keys::text[], :texts::text[], :nexts::text[])
    with ordinality as r (kind, subject_id, key, text, next_step, place)
order by place
on conflict (subject_id, kind, key) where state in ('open', 'acknowledged') do update
set text = excluded.text, next_step = excluded.next_step
where (alert.text, alert.next_step) <> (excluded.text, excluded.next_step)
