# A quarter under `constitution`: GEN accumulates, REV and COM go to contracts and LEAPS, all tax is 30%.

main Law 500000 constitution

accounts
  Law GEN ACTIVE base 200000.00
  Law REV ACTIVE base 150000.00
  Law COM ACTIVE base 150000.00

statement of Law GEN imported 2026-01-09
  2026-01-06 sell to open 2 AAPL 2026-01-09 P 240 at 10.00
  2026-01-09 expired 2 AAPL 2026-01-09 P 240

run weekly-reinvestment of 2026-01-09
  others nothing

# The tax is due all the same. Net worth 201,400, buffer 10,070.
run tax-and-buffer of 2026-01-09
  Law GEN posted
    TAX_PAYABLE > TAXES 600.00
    CASH > TAX_RESERVE 600.00
    CASH > BUFFER 70.00
  others nothing

balances of Law GEN
  CASH 191330.00
  BUFFER 10070.00
  TAX_RESERVE 600.00
  TAX_PAYABLE 600.00
  CAPITAL 200000.00
  PREMIUM 2000.00
  TAXES 600.00

statement of Law REV imported 2026-03-31
  2026-03-02 buy 100 NVDA at 180.00
  2026-03-16 dividend NVDA 100.00
  2026-03-30 sell 100 NVDA at 189.00

statement of Law COM imported 2026-03-31
  2026-03-20 interest 0.10

# REV: 30% of 900 and 30% of the dividend of 100; net worth 150,700. COM: 30% of 0.10 = 0.03; 5% of 0.07 is less than a cent;
# 0.07 is 0.0525 and 0.0175: five cents and two.
run quarterly-allocation of 2026-03-31
  Law REV posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 525.00
    CASH > ALLOCATED_LEAPS 175.00
  Law COM posted
    TAX_PAYABLE > TAXES 0.03
    CASH > TAX_RESERVE 0.03
    CASH > ALLOCATED_CONTRACTS 0.05
    CASH > ALLOCATED_LEAPS 0.02
  others nothing
