# A GEN under `standard` has a surplus (docs/rules.md 6.1 to 6.3): it pays for two accounts, and the broker's journal lines settle what was announced.

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

# Net worth 131,000.00 less base 75,000.00 = 56,000.00.
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

accounts
  One GEN FORKING base 75000.00
  One REV ACTIVE base 112500.00
  One COM ACTIVE base 187500.00
  One GEN-1-GEN SAFE base 28000.00
  One GEN-1-COM SAFE base 28000.00

statement of One GEN imported 2026-01-14: 0 posted, 2 ignored
  2026-01-12 withdrawal 28000.00
  2026-01-12 withdrawal 28000.00

# While its children await their brokerage accounts nothing forks again; the rules of section 5 go on.
run fork-sweep of 2026-01-14
  One GEN not eligible: FORKING
  One GEN-1-GEN not eligible: SAFE
  One GEN-1-COM not eligible: SAFE
  others nothing
