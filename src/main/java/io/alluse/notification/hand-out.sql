-- Notices are numbered under a lock, so what is above the last one that a channel has seen is all that is new to it.
with new as (
    update notification_channel c
    set seen_id = greatest(c.seen_id, (select coalesce(max(id), 0) from notification))
    from notification_channel old
    where c.name = :channel and old.name = c.name
    returning old.seen_id as after)
insert into notification_delivery (notification_id, channel, due_at)
select n.id, :channel, :now
from new
join notification n on n.id > new.after
where n.kind = any(:kinds) or n.kind = 'test'
