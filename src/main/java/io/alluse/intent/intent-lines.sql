select i.*, a.code
from order_intent i
join account a on a.id = i.account_id
where i.account_id between :from and :to
    and (i.account_id, i.event_no, i.no) > (:account, :event, :no)
    and (:date::date is null or i.business_date = :date)
    and (:state::text is null or i.state = :state)
order by i.account_id, i.event_no, i.no
limit :limit
