# A family under `standard` grows to 500,000.00 and moves into the COM of its main account, positions in kind (docs/rules.md 7.1, 7.2); the
# next sweep closes it (7.3).

main One 375000 standard

statement of One GEN imported 2026-01-09: 1 posted, 1 ignored
  2026-01-05 deposit 75000.00
  2026-01-06 interest 80000.00
run tax-and-buffer of 2026-01-09
  One GEN posted
    TAX_PAYABLE > TAXES 24000.00
    CASH > TAX_RESERVE 24000.00
    CASH > BUFFER 2800.00
  others nothing
run fork-sweep of 2026-01-09
  One GEN posted
    CASH > TRANSFERS 28000.00
    CASH > TRANSFERS 28000.00
  One GEN-1-GEN posted
    TRANSFERS > CASH 28000.00
    CASH > BUFFER 1400.00
  One GEN-1-COM posted
    TRANSFERS > CASH 28000.00
    CASH > BUFFER 1400.00
  others nothing
confirm One GEN-1-GEN on 2026-01-12
confirm One GEN-1-COM on 2026-01-12

# Worth 48,000.00 and 451,999.99 now: a cent too little. The premium of an open put is owed, not earned.
statement of One GEN-1-GEN imported 2026-01-13: 3 posted, 1 ignored
  2026-01-12 deposit 28000.00
  2026-01-12 deposit 20000.00
  2026-01-13 buy 100 TSLA at 250.00
  2026-01-13 sell to open 1 NVDA 2026-03-20 P 180 at 10.00
statement of One GEN-1-COM imported 2026-01-13: 2 posted, 1 ignored
  2026-01-12 deposit 28000.00
  2026-01-12 deposit 423999.99
  2026-01-13 buy 10 TSLA at 260.00
run merge-sweep of 2026-01-13
  One GEN-1-GEN nothing: its family is below the threshold
  One GEN-1-COM nothing: its family is decided at another account
  others nothing

statement of One GEN-1-COM imported 2026-01-14
  2026-01-14 deposit 0.01
run merge-sweep of 2026-01-14
  One GEN-1-GEN posted
    BUFFER > CASH 1400.00
    CASH > TRANSFERS 24000.00
    SECURITIES > TRANSFERS 25000.00
    TRANSFERS > SHORT_OPTIONS 1000.00
    says together 500,000.00, threshold 500,000.00
  One GEN-1-COM posted
    BUFFER > CASH 1400.00
    CASH > TRANSFERS 449400.00
    SECURITIES > TRANSFERS 2600.00
  One COM posted
    TRANSFERS > CASH 24000.00
    TRANSFERS > SECURITIES 25000.00
    SHORT_OPTIONS > TRANSFERS 1000.00
    TRANSFERS > CASH 449400.00
    TRANSFERS > SECURITIES 2600.00
  others nothing

accounts
  One GEN ACTIVE base 75000.00
  One REV ACTIVE base 112500.00
  One COM ACTIVE base 687500.00
  One GEN-1-GEN MERGING base 0.00
  One GEN-1-COM MERGING base 0.00

# The premium of the put, bought back at the old broker before it was moved, is the COM's now.
statement of One GEN-1-GEN imported 2026-01-15
  2026-01-14 buy to close 1 NVDA 2026-03-20 P 180 at 6.00
balances of One COM
  CASH 650925.00
  BUFFER 9375.00
  SECURITIES 27600.00
  CAPITAL 187500.00
  TRANSFERS 500000.00
  PREMIUM 400.00

run merge-sweep of 2026-01-15
  One GEN-1-GEN posted
  One GEN-1-COM posted
  others nothing
accounts
  One GEN ACTIVE base 75000.00
  One REV ACTIVE base 112500.00
  One COM ACTIVE base 687500.00
  One GEN-1-GEN CLOSED base 0.00
  One GEN-1-COM CLOSED base 0.00
