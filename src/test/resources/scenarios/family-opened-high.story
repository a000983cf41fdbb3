# A family that was opened at its threshold or above merges by three times what it received, to the cent, or after three years, to the
# day (docs/rules.md 7.1): 29 February has its anniversary on the 28th. These are the terms of `constitution`, on a smaller scale.

main Triple 375000 standard
main Old 375000 standard
override Triple from 2028-02-29
  merge.familyThreshold=56000
  merge.multiple=3
override Old from 2028-02-29
  merge.familyThreshold=56000
  merge.years=3

statement of Triple GEN imported 2028-02-29
  2028-02-28 interest 80000.00
statement of Old GEN imported 2028-02-29
  2028-02-28 interest 80000.00
run tax-and-buffer of 2028-02-29
  Triple GEN posted
    TAX_PAYABLE > TAXES 24000.00
    CASH > TAX_RESERVE 24000.00
    CASH > BUFFER 2800.00
  Old GEN posted
    TAX_PAYABLE > TAXES 24000.00
    CASH > TAX_RESERVE 24000.00
    CASH > BUFFER 2800.00
  others nothing
run fork-sweep of 2028-02-29
  Triple GEN posted
    CASH > TRANSFERS 28000.00
    CASH > TRANSFERS 28000.00
  Triple GEN-1-GEN posted
    TRANSFERS > CASH 28000.00
    CASH > BUFFER 1400.00
  Triple GEN-1-COM posted
    TRANSFERS > CASH 28000.00
    CASH > BUFFER 1400.00
  Old GEN posted
    CASH > TRANSFERS 28000.00
    CASH > TRANSFERS 28000.00
  Old GEN-1-GEN posted
    TRANSFERS > CASH 28000.00
    CASH > BUFFER 1400.00
  Old GEN-1-COM posted
    TRANSFERS > CASH 28000.00
    CASH > BUFFER 1400.00
  others nothing
confirm Triple GEN-1-GEN on 2028-03-01
confirm Triple GEN-1-COM on 2028-03-01
confirm Old GEN-1-GEN on 2028-03-01
confirm Old GEN-1-COM on 2028-03-01

# Three times 56,000.00 is 168,000.00; a fork does not merge back by itself.
statement of Triple GEN-1-COM imported 2028-03-01
  2028-03-01 deposit 111999.99
run merge-sweep of 2028-03-01
  Triple GEN-1-GEN nothing: its family was opened at the threshold
  others nothing
statement of Triple GEN-1-COM imported 2028-03-02
  2028-03-02 deposit 0.01
run merge-sweep of 2028-03-02
  Triple GEN-1-GEN posted
    BUFFER > CASH 1400.00
    CASH > TRANSFERS 28000.00
  Triple GEN-1-COM posted
    BUFFER > CASH 1400.00
    CASH > TRANSFERS 140000.00
  Triple COM posted
    TRANSFERS > CASH 28000.00
    TRANSFERS > CASH 140000.00
  others nothing

run merge-sweep of 2031-02-27
  Triple GEN-1-GEN posted
  Triple GEN-1-COM posted
  Old GEN-1-GEN nothing: its family was opened at the threshold
  others nothing
run merge-sweep of 2031-02-28
  Triple GEN-1-GEN not eligible: CLOSED
  Triple GEN-1-COM not eligible: CLOSED
  Old GEN-1-GEN posted
    BUFFER > CASH 1400.00
    CASH > TRANSFERS 28000.00
  Old GEN-1-COM posted
    BUFFER > CASH 1400.00
    CASH > TRANSFERS 28000.00
  Old COM posted
    TRANSFERS > CASH 28000.00
    TRANSFERS > CASH 28000.00
  others nothing
