-- Where the last weekly reinvestment and the last quarterly allocation of an account left its cumulative results: the results of a
-- period are the difference to it, whatever the length of the history.
alter table account_head
    add column week_date date,
    add column week_gain numeric,
    add column week_taxes numeric,
    add column quarter_date date,
    add column quarter_gain numeric,
    add column quarter_taxes numeric,
    add constraint week_mark check ((week_date is null) = (week_gain is null) and (week_date is null) = (week_taxes is null)),
    add constraint quarter_mark check ((quarter_date is null) = (quarter_gain is null) and (quarter_date is null) = (quarter_taxes is null));

-- What open short puts bind (docs/rules.md 1.7): strike times multiplier times contracts, as the lots of the account come to.
alter table account_head add column bound numeric not null default 0 check (bound >= 0 and bound < 'infinity');
