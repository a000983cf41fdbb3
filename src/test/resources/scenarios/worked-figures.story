# The worked figures of docs/rules.md 5.1 to 5.5: a premium of 2,000 in a GEN of 100,000.

main One 500000 standard

accounts
  One GEN ACTIVE base 100000.00
  One REV ACTIVE base 150000.00
  One COM ACTIVE base 250000.00

balances of One GEN
  CASH 95000.00
  BUFFER 5000.00
  CAPITAL 100000.00

# Two puts, 10.00 a share each, expire worthless on the Friday.
statement of One GEN imported 2026-01-09: 2 posted, 1 ignored
  2026-01-05 deposit 100000.00
  2026-01-06 sell to open 2 NVDA 2026-01-09 P 180 at 10.00
  2026-01-09 expired 2 NVDA 2026-01-09 P 180

run weekly-reinvestment of 2026-01-09
  One GEN posted
    TAX_PAYABLE > TAXES 600.00
    CASH > TAX_RESERVE 600.00
    CASH > BUFFER 70.00
    CASH > ALLOCATED_CONTRACTS 1400.00
    says gain since the opening: 2,000.00, tax 600.00, after tax 1,400.00
  others nothing

balances of One GEN
  CASH 94930.00
  BUFFER 5070.00
  TAX_RESERVE 600.00
  ALLOCATED_CONTRACTS 1400.00
  TAX_PAYABLE 600.00
  CAPITAL 100000.00
  PREMIUM 2000.00
  TAXES 600.00
