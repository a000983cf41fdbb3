copy (
    select brokerage_id, effective, meaning
    from statement_line_p%02d
    where brokerage_id = any('{%s}'::bigint[]) and effective between '%s' and '%s'
) to stdout (format binary)
