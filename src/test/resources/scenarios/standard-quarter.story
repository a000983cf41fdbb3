# A quarter under `standard` (docs/rules.md 5): GEN week by week with a loss in between, REV and COM at the end of the quarter.

main One 500000 standard

statement of One GEN imported 2026-01-09: 2 posted, 1 ignored
  2026-01-05 deposit 100000.00
  2026-01-06 sell to open 1 NVDA 2026-01-09 P 180 at 5.00 fee 0.65
  2026-01-09 expired 1 NVDA 2026-01-09 P 180

# Premium 499.35: tax 30% = 149.805, half up. Net worth 100,349.54, of which 5% = 5,017.48.
run weekly-reinvestment of 2026-01-09
  One GEN posted
    TAX_PAYABLE > TAXES 149.81
    CASH > TAX_RESERVE 149.81
    CASH > BUFFER 17.48
    CASH > ALLOCATED_CONTRACTS 349.54
  others nothing

statement of One GEN imported 2026-01-16
  2026-01-12 sell to open 1 NVDA 2026-01-16 P 180 at 3.00 fee 0.65
  2026-01-14 buy to close 1 NVDA 2026-01-16 P 180 at 6.00 fee 0.65

# A loss of 301.30: the tax of the year is now 30% of 198.05 = 59.42, so 90.39 comes back; the buffer above its target stays.
run weekly-reinvestment of 2026-01-16
  One GEN posted
    TAXES > TAX_PAYABLE 90.39
    TAX_RESERVE > CASH 90.39
    says gain since 2026-01-09: -301.30, tax -90.39, after tax -210.91
    says nothing is allocated: no gain in the period
  others nothing

statement of One GEN imported 2026-01-23
  2026-01-20 sell to open 1 TSLA 2026-01-23 P 400 at 10.00
  2026-01-23 expired 1 TSLA 2026-01-23 P 400

# The loss of the week before holds nothing back: the mark has moved.
run weekly-reinvestment of 2026-01-23
  One GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 24.45
    CASH > ALLOCATED_CONTRACTS 700.00
  others nothing

balances of One GEN
  CASH 94747.16
  BUFFER 5041.93
  TAX_RESERVE 359.42
  ALLOCATED_CONTRACTS 1049.54
  TAX_PAYABLE 359.42
  CAPITAL 100000.00
  PREMIUM 1198.05
  TAXES 359.42

statement of One REV imported 2026-03-10: 4 posted, 1 ignored
  2026-01-05 deposit 150000.00
  2026-01-06 buy 10 AAPL at 250.00
  2026-02-12 dividend AAPL 40.00
  2026-02-27 interest 10.00
  2026-03-10 sell 10 AAPL at 260.00

statement of One COM imported 2026-03-10: 2 posted, 1 ignored
  2026-01-05 deposit 250000.00
  2026-01-06 buy 100 MSFT at 400.00
  2026-03-10 dividend MSFT 1000.00

# Every night, whatever the tier. REV: 30% of 110.00 and 15% of 40.00; COM: 15% of 1,000.00.
run tax-and-buffer of 2026-03-10
  One GEN nothing: tax, reserve and buffer are up to date
  One REV posted
    TAX_PAYABLE > TAXES 39.00
    CASH > TAX_RESERVE 39.00
    CASH > BUFFER 5.55
  One COM posted
    TAX_PAYABLE > TAXES 150.00
    CASH > TAX_RESERVE 150.00
    CASH > BUFFER 42.50

run quarterly-allocation of 2026-03-31
  One GEN nothing: its policy allocates nothing quarterly
  One REV posted
    CASH > ALLOCATED_CONTRACTS 83.25
    CASH > ALLOCATED_LEAPS 27.75
    says gain since the opening: 150.00, tax 39.00, after tax 111.00
    says allocated: the gain after tax 111.00 to contracts 83.25, LEAPS 27.75
  One COM posted
    CASH > ALLOCATED_SHARES 637.50
    CASH > ALLOCATED_LEAPS 212.50

balances of One REV
  CASH 142494.45
  BUFFER 7505.55
  TAX_RESERVE 39.00
  ALLOCATED_CONTRACTS 83.25
  ALLOCATED_LEAPS 27.75
  TAX_PAYABLE 39.00
  CAPITAL 150000.00
  GAINS_SHORT 100.00
  DIVIDENDS 40.00
  INTEREST 10.00
  TAXES 39.00
