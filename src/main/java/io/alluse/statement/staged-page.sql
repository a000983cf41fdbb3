copy (
    select brokerage_id, leg::integer, lines, line, action, effective, posted, second_of_day, effect, instrument, quantity,
        price, amount, fees, basis, became, told
    from statement_stage
    where (brokerage_id, effective) >= (%d, date '%s')
        and (brokerage_id, effective) <= (%d, date '%s')
    order by brokerage_id, effective, line
) to stdout (format binary)
