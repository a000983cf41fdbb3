# What can be wrong with a week, and what comes of it (docs/rules.md 5.4, 5.7).

main Poor 500000 standard
main Full 500000 standard
main Idle 500000 standard
main Late 500000 standard

# A gain larger than the cash: 96,000 are in shares, so free cash of 330 is all there is after tax and buffer.
statement of Poor GEN imported 2026-01-09
  2026-01-06 sell to open 2 TSLA 2026-01-09 P 5 at 10.00
  2026-01-07 buy 400 NVDA at 240.00
  2026-01-09 expired 2 TSLA 2026-01-09 P 5

# A buffer above its target: after a withdrawal 5% of what is left is less than what is there, and it stays.
statement of Full GEN imported 2026-01-09
  2026-01-06 withdrawal 40000.00
  2026-01-07 sell to open 1 NVDA 2026-01-09 P 180 at 10.00
  2026-01-09 expired 1 NVDA 2026-01-09 P 180

# Suspended in the middle of the week.
statement of Idle GEN imported 2026-01-07
  2026-01-06 sell to open 1 NVDA 2026-01-07 P 180 at 10.00
  2026-01-07 expired 1 NVDA 2026-01-07 P 180
suspend Idle GEN on 2026-01-08

run weekly-reinvestment of 2026-01-09
  Poor GEN posted
    TAX_PAYABLE > TAXES 600.00
    CASH > TAX_RESERVE 600.00
    CASH > BUFFER 70.00
    CASH > ALLOCATED_CONTRACTS 330.00
    says allocated: free cash 330.00 of the gain after tax 1,400.00 to contracts 330.00
  Full GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > ALLOCATED_CONTRACTS 700.00
  Idle GEN not eligible: SUSPENDED
  Late GEN posted
  others nothing

# Opened in the middle of a week; a statement of the week before, which is closed, arrives late.
main New 500000 standard opened 2026-01-12
statement of New GEN imported 2026-01-16
  2026-01-13 sell to open 1 NVDA 2026-01-16 P 180 at 10.00
  2026-01-16 expired 1 NVDA 2026-01-16 P 180
statement of Late GEN imported 2026-01-16
  2026-01-07 sell to open 1 NVDA 2026-01-09 P 180 at 8.00
  2026-01-09 expired 1 NVDA 2026-01-09 P 180
  2026-01-13 sell to open 1 NVDA 2026-01-16 P 180 at 2.00
  2026-01-16 expired 1 NVDA 2026-01-16 P 180
resume Idle GEN on 2026-01-14

# The week of a suspended account was never closed, so it is not lost. What came late counts in the week it is posted in.
run weekly-reinvestment of 2026-01-16
  Poor GEN posted
  Full GEN posted
  Idle GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
    says gain since the opening: 1,000.00, tax 300.00, after tax 700.00
  Late GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
    says gain since 2026-01-09: 1,000.00, tax 300.00, after tax 700.00
    says of the gain 800.00 came late: dated 2026-01-09 or before
  New GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
  others nothing

# Once more, or for a week before: nothing is posted.
run weekly-reinvestment of 2026-01-09 refused: weekly-reinvestment of 2026-01-09 comes too late: run 12 has closed 2026-01-16, and what is posted since counts in the period after it; give a later --date; nothing was posted
run weekly-reinvestment of 2026-01-15 refused: weekly-reinvestment: 2026-01-15 is not the last business day of its week; give --date 2026-01-16

# A week in which nothing happened is closed as well.
run weekly-reinvestment of 2026-01-23
  Poor GEN posted
  Full GEN posted
  Idle GEN posted
  Late GEN posted
  New GEN posted
  others nothing
