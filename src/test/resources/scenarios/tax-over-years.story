# The example over years of docs/rules.md 5.1: a loss is carried on, and a line of the year before arrives late.

main Old 500000 standard opened 2024-01-02

statement of Old COM imported 2026-01-06
  2024-06-03 buy 10 AAPL at 100.00
  2024-06-03 buy 10 MSFT at 300.00
  2025-08-04 sell 10 AAPL at 120.00
  2025-10-06 sell to open 1 AAPL 2025-11-21 P 150 at 1.00
  2025-11-03 buy to close 1 AAPL 2025-11-21 P 150 at 6.00

# 2025: S -500, L 200: netted, no tax.
run tax-and-buffer of 2026-01-06
  others nothing

statement of Old COM imported 2026-02-27
  2026-02-02 sell 10 MSFT at 370.00
  2026-02-04 sell to open 1 AAPL 2026-02-20 P 150 at 10.00
  2026-02-20 expired 1 AAPL 2026-02-20 P 150

# 2026: S 1,000 - 300 = 700, L 700.
run tax-and-buffer of 2026-02-27
  Old COM posted
    TAX_PAYABLE > TAXES 315.00
    CASH > TAX_RESERVE 315.00
    CASH > BUFFER 54.25
  others nothing

statement of Old COM imported 2026-03-16
  2025-12-15 interest 400.00

# Due is now 15.00 of 2025 and 405.00 of 2026.
run tax-and-buffer of 2026-03-16
  Old COM posted
    TAX_PAYABLE > TAXES 105.00
    CASH > TAX_RESERVE 105.00
    CASH > BUFFER 14.75
  others nothing
