# Three policies in one run, each account by its own; one main account has not been mapped, one is split otherwise.

main Plain 500000 standard
main Script 250000 screenplay
main Law 500000 constitution
main Asleep 500000 standard unmapped
main Other 500000 standard split 25/25/50

statement of Plain GEN imported 2026-01-09
  2026-01-06 interest 1000.00
statement of Script GEN imported 2026-01-09
  2026-01-06 interest 1000.00
statement of Law GEN imported 2026-01-09
  2026-01-06 interest 1000.00
statement of Other GEN imported 2026-01-09
  2026-01-06 interest 1000.00

run weekly-reinvestment of 2026-01-09
  Plain GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
  Script GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
  Other GEN posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 700.00
  Asleep GEN not eligible: SAFE
  Asleep REV not eligible: SAFE
  Asleep COM not eligible: SAFE
  others nothing

# The same money, of three rates.
statement of Plain COM imported 2026-03-31
  2026-03-02 buy 1 AAPL at 250.00
  2026-03-20 dividend AAPL 1000.00
statement of Script COM imported 2026-03-31
  2026-03-02 buy 1 AAPL at 250.00
  2026-03-20 dividend AAPL 1000.00
statement of Law COM imported 2026-03-31
  2026-03-02 buy 1 AAPL at 250.00
  2026-03-20 dividend AAPL 1000.00

run quarterly-allocation of 2026-03-31
  Plain COM posted
    TAX_PAYABLE > TAXES 150.00
    CASH > TAX_RESERVE 150.00
    CASH > BUFFER 42.50
    CASH > ALLOCATED_SHARES 637.50
    CASH > ALLOCATED_LEAPS 212.50
  Script COM posted
    TAX_PAYABLE > TAXES 150.00
    CASH > TAX_RESERVE 150.00
    CASH > BUFFER 42.50
    CASH > ALLOCATED_SHARES 637.50
    CASH > ALLOCATED_LEAPS 212.50
  Law COM posted
    TAX_PAYABLE > TAXES 300.00
    CASH > TAX_RESERVE 300.00
    CASH > BUFFER 35.00
    CASH > ALLOCATED_CONTRACTS 525.00
    CASH > ALLOCATED_LEAPS 175.00
  Plain REV posted
  Script REV posted
  Law REV posted
  Other REV posted
  Other COM posted
  Asleep GEN not eligible: SAFE
  Asleep REV not eligible: SAFE
  Asleep COM not eligible: SAFE
  others nothing
