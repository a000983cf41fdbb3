package io.alluse.broker;

/** What TD Ameritrade's back office writes where it is no trade; thinkorswim shows the same texts. */
final class TdWords {

    static final Actions TEXTS = Actions.of("""
            REMOVAL OF OPTION DUE TO EXPIRATION*        | EXPIRED
            REMOVAL OF OPTION DUE TO ASSIGNMENT*        | ASSIGNED CLOSES
            REMOVAL OF OPTION DUE TO EXERCISE*          | EXERCISED CLOSES
            QUALIFIED DIVIDEND*, ORDINARY DIVIDEND*     | DIVIDEND
            NON-QUALIFIED DIVIDEND*, SUBSTITUTE PAY*    | DIVIDEND
            LONG TERM GAIN*, SHORT TERM CAPITAL GAIN*   | DIVIDEND
            NON-TAXABLE DIVIDEND*, RETURN OF CAPITAL*   | RETURN_OF_CAPITAL
            W-8 WITHHOLDING*, BACKUP WITHHOLDING*       | WITHHOLDING
            FOREIGN TAX WITHHELD*                       | WITHHOLDING
            FREE BALANCE INTEREST*, MARGIN INTEREST*    | INTEREST
            OFF-CYCLE INTEREST*, CREDIT INTEREST*       | INTEREST
            INTEREST INCOME*, MONEY MARKET INTEREST*    | INTEREST
            CLIENT REQUESTED ELECTRONIC FUNDING*        | DEPOSIT/WITHDRAWAL
            THIRD PARTY ELECTRONIC FUNDING*             | DEPOSIT/WITHDRAWAL
            WIRE INCOMING*, WIRE OUTGOING*, CHECK*      | DEPOSIT/WITHDRAWAL
            PERSONAL CHECK*, MAIL DEPOSIT*, ACH*        | DEPOSIT/WITHDRAWAL
            INTERNAL TRANSFER*, CASH JOURNAL*           | JOURNAL
            OUTGOING WIRE FEE*, ADR FEE*, MISC FEE*     | FEE
            REGULATORY FEE*, PAPER STATEMENT FEE*       | FEE
            MISCELLANEOUS JOURNAL ENTRY*                | JOURNAL
            CASH IN LIEU*                               | CASH_IN_LIEU
            STOCK SPLIT*                                | SPLIT
            TRANSFER OF SECURITY OR OPTION*             | TRANSFER
            MONEY MARKET PURCHASE*                      | ignored: sweep
            MONEY MARKET REDEMPTION*                    | ignored: sweep
            CASH ALTERNATIVES PURCHASE*                 | ignored: sweep
            CASH ALTERNATIVES REDEMPTION*               | ignored: sweep
            MANDATORY*                                  | refused: an exchange of shares, whose terms the file does not tell
            """);

    private TdWords() {}
}
