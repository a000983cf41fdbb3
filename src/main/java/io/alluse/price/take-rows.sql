create temporary table price_taken on commit drop as
select distinct on (c.symbol, c.date) c.*, p.close as was,
    case
        when p.symbol is null then 'loaded'
        when p.close <> c.close or p.high <> c.high or p.low <> c.low or p.volume <> c.volume then 'replaced'
        when (p.high is null and c.high is not null) or (p.low is null and c.low is not null)
            or (p.volume is null and c.volume is not null) then 'loaded'
        else 'there'
    end as verdict
from price_candidate c
left join price p on p.symbol = c.symbol and p.date = c.date
where not exists (select from price_problem q where q.line = c.line)
order by c.symbol, c.date, c.line
