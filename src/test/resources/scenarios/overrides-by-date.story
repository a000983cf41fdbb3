# What is in force on the date of a run is what it goes by, whenever people said it (docs/rules.md 2).

main Buffer 500000 standard
main Rates 500000 standard
main Parts 500000 standard
main Split 500000 standard
main Over 500000 standard

# All said before the first run, all for later.
override Buffer GEN from 2026-01-12
  buffer=8
override Rates from 2026-01-12
  tax.short=40
override Parts GEN from 2026-01-12
  tiers.GEN.weekly.contracts=60
  tiers.GEN.weekly.leaps=40
override Split from 2026-01-12
  split 40/30/30
override Over from 2026-01-12
  overlay conservative

statement of Buffer GEN imported 2026-01-09
  2026-01-06 interest 1000.00
statement of Rates GEN imported 2026-01-09
  2026-01-06 interest 1000.00
statement of Parts GEN imported 2026-01-09
  2026-01-06 interest 1000.00
statement of Split GEN imported 2026-01-09
  2026-01-06 interest 1000.00
statement of Over GEN imported 2026-01-09
  2026-01-06 interest 1000.00

run weekly-reinvestment of 2026-01-09
  Buffer GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
  Rates GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
  Parts GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
  Split GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
  Over GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
  others nothing

# The night of the week's last day, for which something came late: REV by what was in force then.
statement of Over REV imported 2026-01-09
  2026-01-08 interest 1000.00
run tax-and-buffer of 2026-01-09
  Over REV posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
  others nothing

statement of Buffer GEN imported 2026-01-16
  2026-01-13 interest 1000.00
statement of Rates GEN imported 2026-01-16
  2026-01-13 interest 1000.00
statement of Parts GEN imported 2026-01-16
  2026-01-13 interest 1000.00
statement of Split GEN imported 2026-01-16
  2026-01-13 interest 1000.00
statement of Over GEN imported 2026-01-16
  2026-01-13 interest 1000.00

# 8% of 101,400 is 8,112. 40% of the whole year is 800, so the first week is taxed again. A split moves no money.
run weekly-reinvestment of 2026-01-16
  Buffer GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 3077.00
    CASH > ALLOCATED_CONTRACTS 700.00
  Rates GEN posted
    TAX_PAYABLE > TAXES 500.00
    CASH > TAX_RESERVE 500.00
    CASH > BUFFER 25.00
    CASH > ALLOCATED_CONTRACTS 500.00
  Parts GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 420.00
    CASH > ALLOCATED_LEAPS 280.00
  Split GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
  Over GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 3077.00
    CASH > ALLOCATED_CONTRACTS 700.00
  others nothing

# The night before that week ended would give back what the week has taken for tax.
run tax-and-buffer of 2026-01-15 refused: tax-and-buffer of 2026-01-15 comes too late: run 19 of weekly-reinvestment has closed 2026-01-16, and what is posted since counts in the period after it; give a later --date; nothing was posted

run quarterly-allocation of 2026-03-31
  Over REV posted
    CASH > BUFFER 4521.00
    CASH > ALLOCATED_CONTRACTS 525.00
    CASH > ALLOCATED_LEAPS 175.00
  Over COM posted
    CASH > BUFFER 7500.00
  Buffer REV posted
  Buffer COM posted
  Rates REV posted
  Rates COM posted
  Parts REV posted
  Parts COM posted
  Split REV posted
  Split COM posted
  others nothing
