select n.*, d.channel, d.tries, d.due_at, d.told_at, d.failure
from (
    select n.*
    from notification n
    where n.id < :before
        and (:all
            or exists (select from notification_delivery d where d.notification_id = n.id and d.told_at is null)
            or not exists (select from notification_delivery d where d.notification_id = n.id))
    order by n.id desc
    limit :limit) n
left join notification_delivery d on d.notification_id = n.id
order by n.id desc, d.channel
