# Words of bills and returns, in English. The same keys stand in ../hi/returns.ftl.

screen-returns = Returns
screen-bills = Bills

bill-number = Number
bill-time = Time
bill-goods = Goods
bill-paid-by = Paid by
bill-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
bill-part-returned = Partly returned
bill-returned = Returned
bill-voided = Voided
bill-exchange = Exchange
bill-unclaimed = UPI reference open
bill-search = Type a number, amount, item or mobile, or scan the receipt’s QR…
bill-today = Bills of today
bill-of-day = Bills of { $day }
bill-none-then = No bill on that day
day-before = Day before
day-after = Day after
bill-found = Bills found
bill-none = No bill yet today
bill-none-what = After the first sale its bill is shown here.
bill-none-found = No such bill
bill-none-found-what = Look at the number, amount, item or mobile again. A bill of another till is found there.
bill-older = There are more bills. Type a number or an item to find them.
bill-choose = Choose a bill on the left.
bill-return = Take goods back
bill-void = Void the bill
bill-is-voided = Bill { $number } is voided. Its number stays, cancelled.
void-ask = Void the whole of bill { $number }?
void-what = Give the customer’s money back the way it came. The goods go back into stock. A manager must approve.
void-do = Void
note-left = On { $number }, { $left } is left
back-notes = Goods taken back
back-note-number = Number
back-note-kind = { $memo ->
    [yes] Sale memo return
   *[no] Credit note
}
back-note-against = Against bill
back-note-of = Goods back from bill { $number }
upi-more = There are more. They are shown as these get done.

upi-tasks = UPI to do
upi-to-claim = UPI reference to be typed
upi-to-claim-what = Look up the 12 digits in the customer’s app or the bank’s list and type them. A manager approves.
upi-to-refund = Money to give back by UPI
upi-to-refund-what = Give the money back in the bank’s app, then type the 12 digits it shows.
upi-reference = 12-digit reference
upi-reference-now = 12-digit reference, now or later
upi-never-came = No money came
upi-claimed = The UPI reference of bill { $number } is noted.
upi-refunded = The UPI refund of bill { $number } is done.
upi-nothing = Nothing to do for UPI
upi-nothing-what = Every UPI payment has its reference, and every refund is done.

return-find = Goods of which bill came back?
return-search = Scan the receipt’s QR, or type a bill number, amount, item or mobile…
return-empty = Return or exchange
return-empty-what = Scan the receipt’s QR. Without a receipt, scan the item’s tag or type its name, then choose the bill.
return-all = All back
return-sold = Sold
return-back = Back
return-of = up to { $left }
return-none-left = All back already
return-shelf = Sell again
return-whole = Yes, it is fine
return-broken = No, it is damaged
return-reason = Reason
return-why-size = Size or colour not right
return-why-broken = Broken or faulty
return-why-mind = Customer changed their mind
return-why-wrong = Wrong item was given
return-why-other = Something else
return-how = How the money goes back
return-original = The way it came
return-note = Kept, to spend here later
return-money = Refund
return-choose = Choose with + and − how much came back.
return-approval = A return of this size needs a manager’s PIN.
return-owed = To the maker for what is broken (by the agreement)
return-take = Take it back
return-exchange = Exchange
return-late = This bill is old: 30 November has passed, so this return does not reduce GST.
return-done = Goods of bill { $number } are taken back.
return-give-cash = Give the customer cash
return-give-upi = Give back by UPI: it stays to do under F9 on the bills screen
return-give-card = Give back on the card machine ({ $number })
return-give-note = Kept on credit note { $number }
return-give-memo = Kept on sale memo return { $number }
return-notes = { $count ->
    [one] Document { $notes }
   *[other] Documents { $notes }
}
pay-credit-note = Credit note
pay-memo-cancelled = Sale memo return
pay-kept = Credit note or sale memo return
pay-kept-amount = Amount from it

exchange-of = Return of bill { $number }
exchange-rest-note = The rest is kept, to spend here later
exchange-rest-back = The rest goes back the way it came
exchange-drop = Leave the exchange
