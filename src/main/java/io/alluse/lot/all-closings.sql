-- In the order in which they were taken, as far as it is kept: a position is first in first out, so of one day the older lot was first,
-- and of one lot the line that comes first.
copy (
    select account_id, lot_no, line_id, closed, quantity, proceeds, cost, term, how
    from lot_closing
    where account_id = any('{%s}'::bigint[])
    order by account_id, closed, lot_no, length(line_id), line_id, seq
) to stdout (format binary)
