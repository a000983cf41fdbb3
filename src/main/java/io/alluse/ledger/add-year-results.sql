insert into year_result_p%02d as y (account_id, year, short, long, dividends)
select p.account_id, p.year, p.short, p.long, p.dividends
from unnest(?, ?, ?, ?, ?) as p (account_id, year, short, long, dividends)
on conflict (account_id, year) do update
set short = y.short + excluded.short,
    long = y.long + excluded.long,
    dividends = y.dividends + excluded.dividends
