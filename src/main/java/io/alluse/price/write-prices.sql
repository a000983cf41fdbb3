insert into price (symbol, date, close, high, low, volume)
select symbol, date, close, high, low, volume
from price_taken
where verdict <> 'there'
on conflict (symbol, date) do update
set close = excluded.close,
    high = coalesce(excluded.high, price.high),
    low = coalesce(excluded.low, price.low),
    volume = coalesce(excluded.volume, price.volume)
