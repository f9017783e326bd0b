# The statement, the bill of commission, the cash voucher, the passbook and the artisan's page. The same keys stand in
# ../hi/statement.ftl.

sms-payout-confirmed = ODOP Mart: { $amount } of settlement { $number } has reached your account { $account }. Bank reference { $reference }.
sms-payout-cash = ODOP Mart: you took { $amount } of settlement { $number } in cash. Voucher { $reference }.

rail-bank = by bank
rail-upi = by UPI
rail-cash = in cash

account-what = Particulars

statement = Statement
statement-net = You are paid
statement-period = Period
statement-since = after the settlement of { $since } up to { $upto }
statement-upto = from the beginning up to { $upto }
statement-state = Where it stands
statement-posted = posted, not approved yet
statement-withdrawn = withdrawn: nothing is paid on this statement
statement-approved = approved, not sent yet
statement-sent = money sent
statement-confirmed = money arrived
statement-failed = money did not arrive; it is sent again
statement-account = Account
statement-rail = How
statement-sent-on = Sent on
statement-confirmed-on = Arrived on
statement-promised = Promised
statement-promised-by = by { $date } (within { $days ->
    [one] { $days } day
   *[other] { $days } days
 } of the sale)
statement-late = Late
statement-late-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
statement-approved-by = Approved by
statement-rows = Goods sold and brought back
statement-price = Customer paid
statement-goods = Price without GST
statement-commission = Mart’s share
statement-commission-gst = GST on it
statement-fees = Fees
statement-share = Your share
statement-against = of bill { $bill }
statement-recoveries = Paid before, taken back now
statement-share-was = To take back
statement-left = Left
statement-taken = Taken now
statement-advance = Advance
statement-advance-was = Advance was
statement-repaid = Advance repaid
statement-recovered = Recovered
statement-sold = Goods sold
statement-returned = Returned and voided
statement-compensation = Compensation for losses
statement-earned = You earned
statement-held-what = { $amount } waits until the customers’ days to bring goods back are over, and comes into the next settlement.
statement-closing-what = { $amount } for goods that came back is taken off the next settlements.
statement-commission-bill = The bill of the commission, { $number }, prints by itself.
statement-commission-credit = The credit note of commission that was billed before, { $number }, prints by itself.
statement-what = If something looks wrong, bring this slip to the mart. Every bill can be looked up.
statement-proof = The QR proves this statement.

commission-line = Commission on retail sales
commission-unit = settlement
commission-of = Commission of settlement { $number }

voucher = Cash voucher
voucher-settlement = Settlement
voucher-words = In words
voucher-amount = Cash received
voucher-what = The whole amount above was received in cash and counted.

passbook = Passbook
passbook-owed = Owed in all
passbook-rows = All since the beginning
passbook-change = Change
passbook-balance = Balance
passbook-what = This passbook agrees with the mart’s books. The balance is what the mart still owes.
passbook-sale = Sold
passbook-return = Returned
passbook-void = Voided
passbook-loss = Loss
passbook-settled = Settled
passbook-withdrawn = Settlement withdrawn
passbook-sent = Money sent
passbook-paid = Money arrived
passbook-failed = Money did not arrive
passbook-advance = Advance paid

screen-artisan = Artisan
artisan-search = Scan a slip or a tag, or type the name…
artisan-how = Scan the artisan’s consignment note, their statement or a tag of their goods. Without one, type their name, village or mobile.
artisan-clear = Next
artisan-print-statement = Print statement
artisan-print-passbook = Print passbook
artisan-owed = Owed to you
artisan-by = By when
artisan-late = { $days ->
    [one] { $days } day
   *[other] { $days } days
 } late
artisan-sold = Sold since the last payment
artisan-held = Of it held for now
artisan-held-why = Customers may still bring goods back
artisan-coming = Of it settled already
artisan-to-recover = To recover for returned goods
artisan-advance = Advance, taken off later
artisan-last-paid = Last paid
artisan-never-paid = Not yet
artisan-here = My goods here
artisan-kinds = { $count ->
    [one] { $count } kind
   *[other] { $count } kinds
}
artisan-next = What sells today is paid by { $date } (within { $days ->
    [one] { $days } day
   *[other] { $days } days
 }).
artisan-goods = My goods
artisan-lines = What sold
artisan-lines-none = Nothing sold since the last payment.
artisan-page = Page { $page } of { $pages }
statement-printing = Statement { $number } is printing.
passbook-printing = The passbook is printing.

refusal-unknown-artisan = “{ $code }” names no artisan. Scan a slip or a tag, or type the name.
