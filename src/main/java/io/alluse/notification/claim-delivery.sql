-- Whoever claims it has until due_at; not heard of again, it is told again.
update notification_delivery
set tries = tries + 1, due_at = :again, failure = 'has not been heard of again'
where channel = :channel
    and notification_id = (
        select notification_id from notification_delivery
        where channel = :channel and told_at is null and due_at <= :now
        order by notification_id
        limit 1
        for update skip locked)
returning notification_id, tries
