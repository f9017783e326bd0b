# Words of intake, consignors and the stock room, in English. The same keys stand in ../hi/consign.ftl.

screen-consign = Consign
screen-stock = Stock
cancel = Leave it
consignor = Consignor
consignors-search = Name, village, district or craft…
consignors-none = There is no consignor yet. F4 adds the first.
consignor-new = New consignor
consignor-artisans = { $count ->
    [one] { $count } artisan
   *[other] { $count } artisans
}
consignor-left = brings no more
consignor-leave = Brings no more goods
consignor-return = Brings goods again
consignor-forget = Erase their details
consignor-forget-sure = Press again: details are erased for good
consignor-forgotten = The consignor’s details are erased. Accounts stay as the law asks, and earlier safe copies until newer ones take their place.
consignor-terms = { $mode }, mart’s share { $commission }
consignor-no-terms = no agreement
consignor-here = { $kinds ->
    [0] no goods
    [one] { $kinds } item, { $here }
   *[other] { $kinds } items, { $here }
}
consignor-name-hi = Name in Hindi
consignor-name-en = Name in English
consignor-village-hi = Village in Hindi
consignor-village-en = Village in English
consignor-craft-hi = Craft in Hindi
consignor-craft-en = Craft in English
consignor-speaks-for = Speaks for how many artisans
consignor-identity = Identity (kept sealed)
consignor-mobile = Mobile
consignor-pehchan = Pehchan card number
consignor-aadhaar = Last four digits of Aadhaar
consignor-category = Social category (if they wish)
consignor-consent = The notice was read to them and they agree to this being kept
consignor-agreed = Agreed on { $on }
consignor-saved = The consignor is saved.

# What a consignor agrees to, read to them (DPDP Act 2023 s.5): other words are another version in
# domain::consignor::CONSENT.
consignor-notice-title = The notice, to be read to them
consignor-notice = This mart keeps your name, village, craft, photograph, mobile and bank account or UPI address; if you wish also the number of your artisan’s card, PAN, the last four digits of your Aadhaar and your social category. The whole Aadhaar number is not kept. It is kept to know you, to account for your goods, to pay into the right account and tell you of it, to name the maker on the goods, to keep tax accounts as the law asks and to make the programme’s reports; it is used for nothing else. Whenever you like you can ask the mart’s manager, in words or in writing, to see your details, to have them put right or erased, to name someone to act for you, or to take your consent back; only the accounts that the law asks for are kept. Complain to the mart’s manager; if that does not settle it you can complain to the Data Protection Board of India.

agreement = Agreement
agreement-none = There is no agreement yet. Goods are not taken without one.
agreement-line = Version { $version }, from { $from }
agreement-fees = fees for each { $fee }
agreement-new = New agreement
agreement-save = Make this agreement
agreement-saved = The agreement is made. Print it for signature.
agreement-mode = Sold in whose name
agreement-commission = Mart’s share, %
agreement-bearer = Who bears discounts
agreement-fees-each = Fees for each one sold, rupees
agreement-loss = The mart’s part of a loss, %
agreement-promise = Promise of payment
agreement-ladder = What does not sell
supply-mode-a1 = A1: the mart’s name, share inside the price
supply-mode-a2 = A2: the mart’s name, for a commission
supply-mode-b = B: the consignor’s name, for a commission
bearer-shared = both
bearer-mart = the mart
bearer-consignor = the consignor
fee-packing = Packing
fee-transport = Transport
fee-handling = Handling
cause-breakage = Breakage
cause-theft = Theft
cause-transit = On the way
cause-missing = Missing in a count
cause-found = Found
promise-holding = Held for, days
promise-payout = Paid within, days
promise-minimum = At least, rupees
promise-recovery = Recovery of one payment, %
step-remind = Told after, days
step-markdown = Lower price after, days
step-give-back = Given back after, days
ladder-lower = Lower by, %

bank = Where the money goes
bank-none = No bank details yet.
bank-new = Type bank details
bank-change = Change the bank
bank-holder = Name on the account
bank-account = Account number
bank-vpa = UPI address (if no account)
bank-again = Account or UPI address again
bank-differ = They are not the same
bank-save = Send for approval
bank-asked = Somebody else now allows it.
bank-typed-by = Typed by { $name } on { $on }.
bank-second = Somebody else may allow it now.
bank-allow = Allow
bank-drop = Throw away
bank-waits-flag = bank waits for approval

drafts-open = Open sheets
draft-start = Take goods in
draft-lines = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
draft-saved = Saved { $at }
draft-take = Take the goods in
draft-drop = Throw the sheet away
draft-later = Later
draft-line-open = Open the line
consignments-taken = Taken in
note-number = Note
note-date = Date
brought = Brought
accepted = Taken
rejected = Not taken
intake = Intake
intake-of = Goods of { $name }
intake-hint = Scan, or type a name; *4 before it for four
intake-empty = Scan the first item or type its name.
intake-sum = In all
asked-price = asked { $price }
asked-for-one = Asked for one, rupees
rejected-why = not taken { $rejected }: { $reason }
reject-reason = Why not taken
reject-colour = Colour has run
reject-size = Wrong size
reject-broken = Broken
reject-make = Poorly made
reject-unsold = Does not sell here
pieces-are-unique = Each piece is unique and gets its own tag
pieces-unique = { $count ->
    [one] { $count } unique piece
   *[other] { $count } unique pieces
}
pieces-which = Which pieces
piece-note = What tells it apart
piece-note-of = What tells piece { $number } apart
piece-price = Price
piece-price-of = Price of piece { $number }
piece-mark = Handloom or Silk Mark number
piece-mark-of = Handloom or Silk Mark number of piece { $number }
piece-marked = Mark { $number }
photo-or-paste = Picture (or paste it: Ctrl+V)
recount-start = Have it counted again
recount-title = Second count
recount-what = Count without looking at the first count.
recount-drop = Give the count up
recount-differed = { $name }: first { $first }, then { $again }
recount-gone = { $name }: first { $first }, then { $again }; it stands here no more
recount-given-up = given up: { $reason }
give-up-what = That it was counted again stays written, with what was found and why it ends here.
give-up-why = Why
recount-found = again { $again }
recount-done = Counted twice
consignment-done = Consignment note { $number }
consignment-done-what = Goods of { $name } are taken in: { $accepted }.
consignment-note-printing = Two copies are printing: one for the consignor, one for the mart.
consignment-tags = { $count ->
    [one] { $count } piece has its tag.
   *[other] { $count } pieces have their tags.
}
tags-print = Make tags
tags-made = { $labels ->
    [one] { $labels } tag was
   *[other] { $labels } tags were
 } made here: { $path }
slip-print = Print
consignor-notes = Notes
slip-save-of = Save { $number } as PDF
slip-print-of = Print { $number }
slip-printing = The slip is printing.

stock-owner = Whose goods
stock-owner-all = Everybody’s goods
stock-owner-mart = The mart’s own
stock-filter-here = On hand
stock-filter-ageing = Ageing
stock-filter-negative = Below none
stock-filter-lost = Lost
stock-filter-all = All
stock-days = for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
stock-received = Came
stock-sold = Sold
stock-given = Given back
stock-lost = Lost
stock-here = Here
stock-age = The oldest
stock-moves = Came and went
move-in = Came
move-given = Given back
move-lost = Lost
piece-here = here
piece-sold = sold
piece-broken = came back broken
piece-given = given back
piece-lost = lost
give-back = Give back
give-back-title = Goods back to { $name }
give-back-why = Why
give-back-do = Give back and print the note
given-back-done = Given back, note { $number }.
adjust = Set right
adjust-title = Set the stock right
adjust-cause = Cause
adjust-note = What happened
adjust-worth = Worth to the consignor
adjust-borne = The mart’s part
adjust-compensation = Owed to the consignor
adjust-after = Here after it
adjust-do = Set right
adjusted-done = The stock is set right.
unsold = Unsold
unsold-told = They were told
unsold-yes = They agree
unsold-no = They do not agree
unsold-done = Noted; the message waits to be sent.
unsold-agreed = Their consent is written down.
how-phone = On the phone
how-person = Here in person
how-letter = By letter
step-remind-flag = tell them
step-markdown-flag = lower the price
step-give-back-flag = offer back
step-remind-ask = Here for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }. Tell the maker.
step-markdown-ask = Here for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }. Does the maker agree to { $price }?
step-give-back-ask = Here for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }. Will the maker take it back?

count = Count
count-new = New count
count-how = The shop goes on while you count. Scan what you see; what should be there is shown afterwards.
count-all = All goods
count-start = Begin to count
count-go-on = Go on with { $name }’s count ({ $at }, { $scans ->
    [one] { $scans } scan
   *[other] { $scans } scans
 })
count-began = { $name }, since { $at }
count-hint = Scan or type a code; *12 before it for twelve
count-scans = { $count ->
    [one] { $count } scan
   *[other] { $count } scans
}
count-empty = Scan the first piece.
count-review = Compare
count-drop = Throw the count away
count-right = { $count ->
    [one] { $count } item is right.
   *[other] { $count } items are right.
}
count-differ = { $count ->
    [0] Nothing differs.
    [one] { $count } differs.
   *[other] { $count } differ.
}
count-owed = { $paise } would be owed to consignors.
count-of = { $counted } of { $expected }
count-unseen = none was seen
count-anew = Count anew
count-note = A note to this count
count-close = Close the count
count-on = Go on counting
count-closed = The count is closed and the stock set right.
count-close-sure = { $count ->
    [one] Yes, write { $count } item down as missing
   *[other] Yes, write { $count } items down as missing
}
consignor-gi-user = GI authorised-user number (if held)
list-saved = The list was written here: { $path }

screen-home = How the mart is
home-quiet = Nothing waits today. All is well.
home-negative = Below none: { $count } — count, or write the intake
home-low = Running out: { $count }
home-remind = Tell the maker: { $count }
home-markdown = Ask for a lower price: { $count }
home-give-back = Give back: { $count }
home-to-stock = Open the stock
home-to-items = Open the items
home-drafts = { $count ->
    [one] { $count } sheet of intake is open
   *[other] { $count } sheets of intake are open
}
home-banks = { $count ->
    [one] { $count } bank account waits for approval
   *[other] { $count } bank accounts wait for approval
}
home-counts = { $count ->
    [one] { $count } count goes on
   *[other] { $count } counts go on
}
piece-of = Piece { $code }: { $state }
pieces-here = Unique pieces

purchase = Purchase
purchase-take = Take the invoice
purchase-invoice = Invoice number
purchase-total = Total of the invoice, rupees
purchase-contract = Whole contract, rupees (if any)
purchase-cost = Without tax, rupees
purchase-deducted = GST TDS kept back
purchase-owed = Owed
purchase-empty = Scan an item or type its name.
purchase-done = Invoice { $invoice } is taken; the goods are the mart’s own.
purchases-last = Last purchases
vendor = Vendor
vendor-new = New vendor
vendor-address = Address
stock-many = more than { $count } items

transfers = Other marts
transfers-none = No goods went to another mart or came from one yet.
transfer-send = Send goods
transfer-take = Take goods in
transfer-on-the-way = On the way
transfer-settled = Settled
transfer-taken = Taken in here
transfer-to = To which mart
transfer-new-mart = Another mart
transfer-code = The mart’s code (first three letters of its bills)
transfer-name-hi = Mart and town (Hindi)
transfer-name-en = Mart and town (English)
transfer-address-hi = Address (Hindi)
transfer-address-en = Address (English)
transfer-note = Vehicle, who carries it
transfer-empty = Scan an item or a piece, or type its name.
transfer-here = { $here } here
transfer-do = Send and print the challan
transfer-sent = Challan { $number }: the goods are on the way. The file is here: { $path }
transfer-file = Write the file
transfer-file-saved = The file was written here: { $path }
transfer-answer = Take the answer file
transfer-choose = Choose the other mart’s file, or scan the challan’s QR
transfer-signed = Signed by { $till }
transfer-unknown-key = The first letter from this till; its key is { $key }. Compare it with the sender on the telephone; a manager’s PIN is needed.
transfer-known-key = The key is known.
transfer-count = Count first: how much was sent is shown once all is counted.
transfer-counted = Came whole
transfer-tags = Scan the pieces
transfer-new-item = New item
transfer-new-owner = New consignor
transfer-of = { $short } short of { $sent }
transfer-all-here = All came
transfer-short-note = What was missing or broken
transfer-in-do = Take the goods in
transfer-taken-before = These goods were taken in before.
transfer-taken-done = The goods are in. The answer file is here: { $path }. Give it to the sender.
transfer-settle = Settle
transfer-arrived = Arrived there
transfer-back = Came back
transfer-lost = Lost on the way
transfer-owed = Owed to the maker
transfer-why = How it is known
transfer-answered = { $till } answers: { $note }
transfer-settled-done = Challan { $number } is settled.
transfer-value = Value
stock-transit = On the way
stock-sent = To other marts
move-transit = On the way
move-sent = To another mart
piece-transit = on the way
piece-sent = went to another mart
agreement-others = Another share for some goods
agreement-other-category = For which kind of goods
agreement-other-item = For which item
agreement-share-of = The mart’s share of { $goods }, %
piece-photo-of = Photograph of piece { $number }
stock-filter-reorder = To reorder
stock-sold-lately = sold in 30 days { $sold } · level { $level }
item-reorder = Reorder at
list-owed = owed { $owed }
stock-owed = Owed to makers for what is lost: { $owed }
stock-lost-row = lost { $lost }, owed { $owed }
list-reorder = ask for more at { $level }
list-search = Looked for
list-sold-lately = sold in 30 days { $sold }
consignor-members = Artisans of the group, by name
consignor-member-new = Another name
made-by = Made by
made-by-of = Who made piece { $number }
approval = On approval
approval-take = Take on approval
approval-challan = The vendor’s challan
approval-what = The goods are the vendor’s until they are sold or invoiced. Six months after the challan they are not sold without the invoice (CGST Act s.31(7)).
approval-none = No vendor’s goods are here on approval.
approval-no-vendor = First add the vendor under purchases.
approval-taken = The goods of challan { $challan } are here on approval.
approval-returned = The goods went back; challan { $number } is printing.
approval-return-do = Give back and print the challan
approval-due = invoice due for { $due }
approval-fresh = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
approval-alarm = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }: ask for the invoice or give back
approval-over = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }: not sold without the invoice
purchase-approved = This invoice is for goods that came on approval
home-approvals = On approval, time is up: { $count }
home-on-the-way = On the way to other marts: { $count }
