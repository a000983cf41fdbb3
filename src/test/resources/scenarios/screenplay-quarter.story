# A quarter under `screenplay`: 250,000 at 40/30/30.

main Script 250000 screenplay

accounts
  Script GEN ACTIVE base 100000.00
  Script REV ACTIVE base 75000.00
  Script COM ACTIVE base 75000.00

balances of Script COM
  CASH 71250.00
  BUFFER 3750.00
  CAPITAL 75000.00

statement of Script GEN imported 2026-01-09: 2 posted, 1 ignored
  2026-01-05 deposit 100000.00
  2026-01-06 sell to open 2 NVDA 2026-01-09 P 180 at 10.00
  2026-01-09 expired 2 NVDA 2026-01-09 P 180

run weekly-reinvestment of 2026-01-09
  Script GEN posted
    TAX_PAYABLE > TAXES 600.00
    CASH > TAX_RESERVE 600.00
    CASH > BUFFER 70.00
    CASH > ALLOCATED_CONTRACTS 1400.00
  others nothing

statement of Script REV imported 2026-03-31
  2026-03-02 sell to open 1 AAPL 2026-03-27 P 240 at 4.00
  2026-03-27 expired 1 AAPL 2026-03-27 P 240

# Premium 400: tax 120; net worth 75,280, buffer 3,764; 280 is 210 and 70.
run quarterly-allocation of 2026-03-31
  Script REV posted
    TAX_PAYABLE > TAXES 120.00
    CASH > TAX_RESERVE 120.00
    CASH > BUFFER 14.00
    CASH > ALLOCATED_CONTRACTS 210.00
    CASH > ALLOCATED_LEAPS 70.00
  Script COM posted
    says gain since the opening: 0.00, tax 0.00, after tax 0.00
    says nothing is allocated: no gain in the period
  Script GEN nothing: its policy allocates nothing quarterly
