select account_id, year, short, long, dividends
from year_result
-- the bounds leave out the table partitions that have none of them
where account_id = any(:accounts)
    and account_id between :least and :greatest
order by account_id, year
