with repeated as (
    select c.*, first_value(c.line) over same as first_line,
        first_value(row(c.close, c.high, c.low, c.volume)) over same is distinct from row(c.close, c.high, c.low, c.volume)
            as other
    from price_candidate c
    window same as (partition by c.symbol, c.date order by c.line)
), compared as (
    select c.line, o.ord, o.col, o.field, o.was, o.new
    from price_candidate c
    join price p on p.symbol = c.symbol and p.date = c.date
    cross join lateral (values
        (1, :close_col, 'close', p.close, c.close),
        (2, :high_col, 'high', p.high, c.high),
        (3, :low_col, 'low', p.low, c.low),
        (4, :volume_col, 'volume', p.volume, c.volume)) as o (ord, col, field, was, new)
    -- what a file says nothing about stays as it is
    where o.was <> o.new and not :replace
)
insert into price_problem (line, col, field, value, reason)
select line, :symbol_col, 'symbol', symbol,
    'is on line ' || first_line || ' with other content for ' || date
from repeated
where other
union all
select line, col, field, new::text,
    'was loaded as ' || was || '; --replace replaces it'
from compared
