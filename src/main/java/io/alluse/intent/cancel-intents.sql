update order_intent
set state = 'CANCELLED', ended_on = :on, ended_no = :ended, cause = :cause
where account_id = :account and state = 'OPEN' and (:event::integer is null or event_no = :event and no = :no)
