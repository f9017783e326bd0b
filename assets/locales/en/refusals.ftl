# What was refused or broke, in English: what happened, what is safe, what to do. The same keys stand in ../hi/refusals.ftl.

refusal-amount-out-of-range = This amount is not right. Enter it again.
refusal-approval-needed = This needs the manager's approval.
refusal-basket-changed = A price or line has changed. Look at the new total and take the payment again.
refusal-basket-empty = There is nothing in the basket. Scan an item first.
refusal-buyer-name-needed = From Rs { $limit } of goods the law asks for the buyer’s name, address and State.
refusal-registered-buyer-needed = A bill with a GSTIN needs the buyer’s name and address.
refusal-buyer-pan-needed = A bill above Rs { $limit } needs the buyer’s PAN or a declaration.
refusal-card-reference-missing = Enter the number on the card machine’s slip.
refusal-cash-over-limit = The law bars cash of Rs { $limit } or more from one buyer on one bill or in one day. Take UPI or card.
refusal-clock-not-jumped = The clock is fine. Nothing needs to be done.
refusal-credit-note-empty = { $holder ->
    [none] No money was kept on { $number }.
   *[other] No money was kept on { $number }. All the money of this return is on { $holder }: type that number.
}
refusal-credit-note-short = On { $number } only Rs { $left } is left.
refusal-credit-note-used = { $number } has been used up.
refusal-dead-zone-price = This price falls between two GST rates. Set { $low } or less, or { $high } or more.
refusal-discount-over-amount = The discount cannot be more than { $amount }.
refusal-discount-over-left = With so little left ({ $amount }) the discount would be more than the price. Lower the discount first with F2, or take the line out with Del.
refusal-discount-over-limit = You can give up to { $limit }. For more, call a manager.
refusal-import-changed = Items or prices have changed since the preview. Nothing was taken in. Look at the file again.
refusal-import-columns = This file’s columns do not fit. Missing: { $missing }. Not known: { $unknown }. Nothing was taken in. Correct the first row.
refusal-import-refused = { $rows ->
    [one] { $rows } row is
   *[other] { $rows } rows are
 } wrong, so nothing was taken in. Correct them and choose the file again.
refusal-import-too-long = A file can have up to { $limit } rows. Nothing was taken in. Cut it into smaller files.
refusal-gstin-of-vendor = This GSTIN is of the vendor { $name }. Type the mart’s own.
refusal-held-full = { $most } sales are on hold already. Finish one first.
refusal-invoice-mismatch = The lines come to { $total }. Mend the total or a line.
refusal-challan-taken = Challan { $challan } of this vendor was taken already this financial year.
refusal-own-gstin = This is the mart’s own GSTIN. Type that of the other side.
refusal-invoice-taken = Invoice { $invoice } of this vendor was taken already this financial year.
refusal-invalid-input = This was not understood: { $what ->
    [aadhaar_last4] the last four digits of Aadhaar
    [account] account
    [account_number] account number
    [address] address
    [again] the number typed again
    [agreed] what was agreed
    [artisans] number of artisans
    [asked] price asked
    [barcode] barcode (Latin letters and figures, up to 40)
    [basket] basket
    [best_before] best before (month and year, not before that of packing)
    [cash_paise] cash limit
    [category] category
    [certificate] certificate
    [challan] challan number
    [challan_date] date of the challan
    [code] code
    [commission_bp] commission
    [commission_of] commission by goods
    [consent] consent
    [consignor] consignor
    [corporate_id] company id of the bank
    [count] count
    [count_or_amount] either a count or an amount
    [craft] craft
    [db] --db
    [delimiter] sign between the cells
    [delivery] delivery address
    [discount_limits] discount limits
    [district] district
    [drawer] drawer
    [email] e-mail
    [fees] fees
    [file_too_long] file (too long)
    [folder] folder
    [form] kind of paper
    [from] where from
    [gi_name] name of the GI
    [gi_number] GI application number
    [gi_user] GI authorised user number
    [gstin_check] { gstin-check }
    [gstin_length] { gstin-length }
    [gstin_letters] { gstin-letters }
    [holder] account holder’s name (Latin letters)
    [how] how it was told
    [hsn] HSN (2 to 8 digits)
    [hsn_digits] digits of HSN
    [id] short name (small Latin letters and figures)
    [ifsc] IFSC (11 characters)
    [includes_tax] a price with tax
    [invoice] invoice number
    [invoice_date] date of the invoice
    [item_twice] the same goods twice
    [ladder] days of unsold goods
    [limits] limits
    [lines] list of goods
    [logo_base64] picture of the logo (PNG)
    [made_by] who made it
    [maker] maker’s name
    [mark] mark number
    [mart] mart
    [mcc] merchant category of UPI (four digits)
    [members] members’ names
    [mobile] mobile number (ten digits)
    [name] name
    [name_at_bank] name at the bank
    [net] what one holds: quantity and unit together
    [note] note
    [number] number
    [numbers] numbers
    [of] which payment
    [office_till] till of the office
    [owner] owner
    [packed] month of packing (such as 11-2026, not one to come)
    [page] page
    [pan] PAN (AAAAA9999A)
    [parent] what it is a variant of
    [payer] paying account
    [pehchan] Pehchan card number
    [person] customer
    [phone] telephone
    [pin] PIN (six digits, not an easy one)
    [place] place
    [price] price
    [price_from] from when the price holds (not before today)
    [printer] printer
    [promise] promise of payment (days)
    [rail] way of payment
    [rate_bp] rate of tax
    [rate_class] class or rate of tax
    [reason] reason
    [reference] reference
    [reorder_milli] reorder level
    [repay_bps] share repaid
    [return_days_cashier] days for a return
    [return_limit_cashier_paise] limit of a return
    [settlement_twice] the same settlement twice
    [sez] SEZ
    [skip] labels used up
    [sku] SKU (up to 40 characters)
    [sku_or_barcode] SKU or barcode (other goods have it)
    [state] State
    [statement] statement
    [step] step
    [template] form of the bank’s file
    [there_is_a_till] there is a till here already
    [till_code] till code
    [taker] who takes over (somebody else)
    [to] where to
    [unit] unit
    [upi] UPI
    [upi_name] name on UPI
    [variant] variant
    [vendor] vendor
    [version] version
    [village] village
    [vpa] UPI address (name@bank)
    [width_mm] paper width
    [year] year
   *[other] { $what }
}. Correct it and try again.
gstin-check = GSTIN: the last character does not agree with the others, so one of them is mistyped
gstin-length = GSTIN: it has 15 characters, no more and no less
gstin-letters = GSTIN: a letter stands where a digit must be, or a digit in a letter’s place (as in 09ABCDE1234F1Z5)
refusal-item-not-for-sale = { $name } is not for sale now. Ask a manager to check its price and agreement.
refusal-days-reversed = The first day is after the last. Nothing was changed. Choose the days again.
refusal-money-goes-elsewhere = Money cannot go this way. Choose another account.
refusal-money-over-owed = Only { $owed } is owed there. Mend the amount.
refusal-money-short = By the books only { $left } is there. Mend the amount, or first write down what was put in.
refusal-money-taken-back = This was taken back already. Nothing was changed.
refusal-one-year-at-a-time = The trial balance is of one financial year, 1 April to 31 March. Choose days of one year.
refusal-labels-over = That is { $labels } labels; at most { $limit } are made at a time. Make them in parts: choose the goods and how many under Labels.
refusal-mart-exists = There is a till on this computer already. Nothing was changed.
refusal-memo-to-other-state = Goods sold in the artisan’s name cannot go to a buyer of another State.
refusal-memo-to-registered = Goods sold in the artisan’s name cannot be billed to a GSTIN. Sell them apart.
refusal-mixed-price-discount = This bill mixes prices with and without tax. Give the discount line by line.
refusal-no-camera = This computer has no program for a camera. Have one put on it (such as Cheese), or give the picture as a file.
refusal-no-glyph = This character cannot be printed: { $letter }. Take it out and write Hindi or Latin letters.
refusal-no-good-copy = No whole copy was found. Leave the file as it is and call for help.
refusal-no-open-shift = No shift is open. Start the shift first.
refusal-no-printer = No printer is chosen for this. A manager chooses one under Printing.
refusal-no-rate = There is no GST rate for { $class } on { $date }. Tell a manager.
refusal-non-cash-over-due = UPI and card together cannot be more than { $due }.
refusal-not-a-csv = This file is not a CSV table. In the spreadsheet choose “Save as” and “CSV”.
refusal-not-a-manager = Only a manager can do this.
refusal-not-a-picture = This file is not a picture. Choose a JPEG or PNG.
refusal-not-allowed = { $role ->
    [cashier] This is not part of a cashier’s role.
    [storekeeper] This is not part of a storekeeper’s role.
    [approver] This is not part of an approver’s role.
   *[other] This is not part of a manager’s role.
}
refusal-not-signed-in = Choose your name and enter your PIN first.
refusal-note-not-taken = This mart does not take notes of { $note }. Put it aside and count the rest.
refusal-nothing-held = No sale is on hold.
refusal-nothing-sold-yet = There is no bill yet.
refusal-nothing-to-tag = Nothing of this was accepted, so there is nothing to tag.
refusal-nothing-to-undo = There is nothing to undo.
refusal-drop-over-limit = You can take up to { $limit } to the safe at once. For more, call a manager.
refusal-paid-out-over-limit = You can pay out up to { $limit }. For more, call a manager.
refusal-picture-too-large = The picture is too large. It can be up to { $limit }.
refusal-pin-locked = Too many wrong PINs. Wait { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
 } and try again.
refusal-price-above-mrp = Nothing is sold above its MRP of { $mrp }. Set that or less.
refusal-principal-name-off = Goods cannot be sold in the artisan’s own name here. A manager can allow it in the settings.
refusal-pin-needs-manager = Too many wrong PINs. Only a manager can unlock this now.
refusal-pin-trivial = Anyone would guess this PIN. Do not take one like 123456 or 000000.
refusal-quantity-out-of-range = The quantity is not right. Enter more than 0 and up to { $max }.
refusal-recovery-code-wrong = The recovery code is wrong. { $left ->
    [one] { $left } more try
   *[other] { $left } more tries
 }.
refusal-refund-mismatch = The refund is Rs { $refund }. Divide exactly that.
refusal-return-empty = Choose what comes back first.
refusal-return-over-sold = Only { $left } of this can still be returned.
refusal-sale-returned = Goods of bill { $number } have come back already, so it cannot be voided. Take the rest back as a return.
refusal-nothing-left-of-bill = All goods of bill { $number } that have a maker came back, so no certificate was printed.
refusal-sale-voided = Bill { $number } was voided. Nothing more can be done with it.
refusal-screen-locked = The screen is locked. Enter your PIN first.
refusal-shift-open-already = Shift { $number } is already open. Whoever opened it, or a manager, should close it.
refusal-tender-short = Not enough: { $paid } of { $due } was given.
refusal-too-many-rows = This is more than { $limit } rows, too many for paper. Choose fewer days, or save it as CSV.
refusal-unknown-barcode = No item has the code { $code }. Nothing is changed. Search by name.
refusal-unknown-bill = Bill { $number } is not of this till.
refusal-unknown-command = This till does not know { $name }.
refusal-unknown-consignor = There is no consignor { $id }.
refusal-unknown-copy = This copy was not found.
refusal-unknown-credit-note = Nothing came back by number { $number } at this till. Look at the number again.
refusal-unknown-item = This item was not found.
refusal-unknown-line = This line is not in the basket.
refusal-unknown-operator = This operator was not found.
refusal-upi-not-open = Nothing is open for this UPI payment any more.
refusal-unknown-shift = Shift { $number } is not of this till.
refusal-upi-over-limit = UPI can take up to { $limit } at a time. Split the payment or take a card.
refusal-upi-reference-wrong = The UPI reference has 12 digits. Look at it again and type it.
refusal-void-after-shift = Bill { $number } is of an earlier shift and cannot be voided. Take it back as a return.
refusal-wrong-pin = The PIN is wrong. You can try { $left ->
    [one] { $left } more time
   *[other] { $left } more times
 }.
refusal-aadhaar-not-taken = An Aadhaar number is not kept here. Take it out; only its last four digits may be written, in their own field.
refusal-agreed-already = What the maker agreed to for these { $name } is written down already.
refusal-agreement-far = An agreement may begin on a day from { $first } to { $last }. Look at the year.
refusal-agreement-for-day = There is an agreement with this consignor from { $date } already. Begin the new one on a later day.
refusal-bank-changed = These bank details no longer wait for an answer. Open the sheet again.
refusal-bank-waits = A change of bank details waits for a day. { $hours ->
    [one] { $hours } more hour
   *[other] { $hours } more hours
 }.
refusal-consignment-empty = Nothing is written down yet. Add goods first.
refusal-count-differs = The second count differs for { $lines ->
    [one] { $lines } item
   *[other] { $lines } items
 }. Look at them together and write the right number, or have everything counted again.
refusal-count-goes-on = A second count is going on. Finish it or give it up first.
refusal-count-overlaps = Another count of these goods is going on. Finish it or throw it away first.
refusal-count-unclear = { $name } was sold, came in or was set right while it was being counted. Count it anew.
refusal-recount-of-other = { $name } is counting this again. They finish it, or it is given up with a reason and begun anew.
refusal-never-brought = { $name } never brought { $item } here, or has no agreement today. Write it down as goods that they bring.
refusal-recount-over = Both counts are shown already and stay. Set the line right, or have everything counted again.
refusal-consignor-open = The details of { $name } cannot be erased yet: { $what ->
    [goods] goods of theirs are here. Give them back first.
    [transit] goods of theirs are on the way to another mart. Settle that first.
    [draft] a sheet of their goods is open under Consign. Take the goods in or throw it away first.
    [count] a count goes on. Close it first.
    [settlement] a settlement of theirs is not paid. Pay it first.
    [advance] they have not repaid an advance. Reckon it first.
    [returns] customers can still bring goods of theirs back. Wait until the days for that are over.
   *[due] something is still due between them and the mart. Settle it first.
}
refusal-consignor-left = { $name } has left: no more goods are taken from them.
refusal-unit-unfit = Of { $name } { $here } is here: this unit has no such part. Clear that first.
refusal-card-taken = This Pehchan card is { $name }’s already.
refusal-mobile-taken = This mobile is { $name }’s already.
refusal-no-price = { $name } has no price. Set one first; only then is it known what is owed.
refusal-no-agreement = There is no agreement with { $name } for today. Make one first.
refusal-not-counted = { $name } is not part of this count. Put it aside.
refusal-piece-gone = Piece { $code } is not here: { $state ->
    [sold] it was sold
    [broken] it came back broken
    [given] it was given back to its maker
    [lost] it is written down as lost
    [transit] it is on the way to another mart
    [sent] it went to another mart
   *[other] it is here
}.
refusal-piece-is-one = A unique piece is one.
refusal-piece-twice = Piece { $code } is in it already.
refusal-others-at-this-price = { $owner } has { $name } here at the same price. One maker’s consent does not lower another’s price: give these goods an item of their own first.
refusal-quantity-whole = These goods are counted: write a whole number, not { $quantity }.
refusal-pieces-mismatch = { $pieces ->
    [one] { $pieces } piece is
   *[other] { $pieces } pieces are
 } written down for { $taken } of goods. Make them equal.
refusal-rejection-reason-missing = Write why the rest was not taken.
refusal-second-person-needed = Whoever typed this cannot allow it. Call somebody else.
refusal-stock-short = Only { $left } of { $name } are here.
refusal-not-a-letter = This is no file of goods from another mart.
refusal-transfer-changed = This file was changed after it was sent, or is of other goods. Nothing was taken; ask the sender for a new one.
refusal-transfer-elsewhere = These goods are not for this mart: { $mart }.
refusal-transfer-item-differs = Item { $sku } is something else here. Change the code of one, then take the goods.
refusal-transfer-needs-invoice = GSTIN { $gstin } is not this mart’s. Between two GSTINs goods are sold: a challan is not enough, a tax invoice is needed.
refusal-transfer-settled = Challan { $number } is settled already.
refusal-unknown-transfer = This challan is not of this till.
refusal-approval-goods = { $name } is a vendor’s, here on approval; it cannot be sent to another mart.
refusal-approval-over = { $name } came on approval on { $date } and six months are over. It cannot be sold until the vendor’s invoice comes.
refusal-unknown-count = This count no longer goes on.
refusal-unknown-draft = This sheet is no longer here. Perhaps the goods were taken.
refusal-unknown-piece = Piece { $code } is not one of these goods.

refusal-database-damaged = The file cannot be read: { $problem }.
refusal-database-newer = This file belongs to a newer program (version { $found }; this program knows { $known }). All bills are safe. Update the program.
refusal-already-running = The till is already open on this computer. Use that window.
refusal-no-mart = No mart has been set up on this computer yet.
refusal-disk-full = The disk is full. This was not done; all earlier bills are safe. Make room and try again.
refusal-storage-failed = The disk could not be written. This was not done; all earlier bills are safe. Try again, or call for help.
refusal-key-missing = The till’s key was not found. All bills are safe. Call for help.
refusal-printer-unreachable = The printer was not found. The bill is safe. Check cable and paper, then reprint with F6.
refusal-printer-cover-open = The printer’s cover is open. Close it; the receipt prints by itself.
refusal-printer-offline = The printer is off line. Look at its button or lamp; the receipt prints by itself.
refusal-printer-paper-out = The printer has no paper. Put in a new roll; the receipt prints by itself.
refusal-printer-stopped = The printer stopped in the middle. See whether the receipt came out whole.
refusal-internal = Something went wrong. All bills are safe. Try again; if it keeps happening, call for help.
refusal-closing = The till is closing.
refusal-host-unreachable = The till did not answer. Wait a moment and try again.
