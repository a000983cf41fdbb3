select * from report_account where account_id = :account
