# Words on documents, in English. The same keys stand in ../hi/paper.ftl; paper prints both.

paper-tax-invoice = TAX INVOICE
paper-bill-of-supply = BILL OF SUPPLY
paper-invoice-cum-bill-of-supply = INVOICE-CUM-BILL OF SUPPLY
paper-sale-memo = SALE MEMO ON BEHALF OF THE ARTISAN
paper-credit-note = CREDIT NOTE
paper-memo-cancelled = SALE MEMO RETURN

paper-gstin = GSTIN { $gstin }
paper-phone = Phone { $phone }

paper-number = Bill number
paper-date = Date
paper-operator = Operator
paper-till = Till
paper-place-of-supply = Place of supply

paper-item = Item
paper-quantity = Qty
paper-amount = Amount ₹
paper-price-each = @ { $price }
paper-hsn = HSN { $hsn }
paper-gst = GST { $rate }
paper-line-discount = after { $amount } discount

paper-basket-discount = Bill discount
paper-taxable = Taxable value
paper-rate = Rate
paper-taxable-short = Taxable
paper-cgst = CGST
paper-sgst = SGST
paper-igst = IGST
paper-round-off = Round-off
paper-due = Amount due

paper-cash = Cash
paper-upi = UPI
paper-card = Card
paper-by-credit-note = Credit note
paper-by-memo-cancelled = Sale memo return
paper-given = { $amount } given
paper-change = Change

paper-makers = { $count ->
    [one] This bill gives income to { $count } artisan
   *[other] This bill gives income to { $count } artisans
}
paper-return = Bring this bill for a return.
paper-check = The QR proves this bill.
paper-thanks = Thank you. Please come again.

paper-original = ORIGINAL FOR RECIPIENT
paper-copy = DUPLICATE { $copy }
paper-practice = PRACTICE: this is not a bill
paper-voided = VOID: this bill is cancelled
paper-unsigned = signing unavailable
paper-demo = Demo mart: prices are demo data.

paper-bill-total = Total of this bill
paper-memo-total = Total of this memo
paper-note-total = Total of this note
paper-memo-cancelled-total = Total taken back
paper-memo-number = Memo number
paper-note-number = Credit note number
paper-memo-cancelled-number = Sale memo return number
paper-against = Against bill
paper-against-date = Bill date
paper-document = Document { $place } of { $count }
paper-principal = Sold on behalf of
paper-no-tax-invoice = Not a tax invoice. No GST is charged.
paper-reverse-charge = Reverse charge: No
paper-buyer = Buyer
paper-delivery = Deliver to: { $address }
paper-recipient = Recipient of the service
paper-sac = SAC { $hsn }
paper-sac-short = SAC
paper-keep = Taken off the payment: nothing more to pay. Keep this bill for six years.
paper-sez = Special economic zone
paper-reason = Reason: { $reason }
paper-late = After the 30 November limit: GST is not reduced.
paper-refund = Refund
paper-rest = Left of goods returned
paper-value = Value of goods
paper-hsn-short = HSN
paper-gst-short = GST
paper-price = Price ₹
paper-discount = Discount ₹
paper-carried = Carried forward
paper-brought = Brought forward
paper-page = Page { $page } of { $count }
paper-trial = TEST PRINT
paper-trial-whole = If this line spans the paper, the printer is right.

paper-mrp = MRP { $price }
paper-all-taxes = incl. of all taxes
paper-gi = GI
paper-sku = SKU { $sku }
paper-packed = packed { $month }
paper-best-before = best before { $month }
paper-net = Net { $quantity }
paper-unit-price = { $price } / { $unit }
paper-mark = Mark { $number }
paper-packed-by = Made in India · Packed by & care: { $care }
paper-care = Made in India · Care: { $care }

paper-z = Z report { $number }
paper-shift = Shift
paper-opened = Opened
paper-closed = Closed
paper-closed-by = Closed by
paper-handed-to = Handed over to
paper-business-date = Business date
paper-signature = Signature
paper-for-mart = For { $mart }
paper-signatory = Authorised signatory
paper-upto = Up to
paper-report-copy = DUPLICATE { $copy }
paper-recovery = RECOVERY CODE
paper-recovery-what = Keep this slip in a safe place, away from the till. If the manager forgets the PIN, only this code sets a new one.
paper-note = Note: { $note }
paper-gift = GIFT RECEIPT
paper-gift-what = Bring this to exchange any of these. It shows no prices.

# Messages to makers, sent by the centre.
sms-unsold-remind = Your goods { $item } ({ $here }) have been in the mart for { $days } days. Please talk to the mart about price or make. -ODOP Mart
sms-unsold-markdown = With your consent the price of { $item } is { $price } rupees from today. -ODOP Mart
sms-unsold-give-back = { $item } ({ $here }) is ready for you to take back. Bring the consignment note. -ODOP Mart
sms-unsold-kept = { $item } ({ $here }) stays in the mart at its price, as you said. -ODOP Mart

# Slips that mart and maker sign.
slip-consignment = Consignment note
slip-given-back = Note of goods given back
slip-agreement = Agreement
slip-consignor = Consignor
slip-village = Village, district
slip-date = Date
slip-taken-by = For the mart
slip-counted-by = Counted again by
slip-second-count = Second count
slip-second-count-found = { $name } first { $first }, then { $again }
slip-second-count-gone = { $name } first { $first }, then { $again }: not taken in
slip-second-count-given-up = given up by { $name }: { $reason }
slip-terms = Agreement
slip-terms-value = version { $version }, { $mode }, mart’s share { $commission }
slip-note = Note
slip-reason = Reason
slip-brought = brought { $quantity }
slip-rejected = not taken { $quantity }: { $reason }
slip-made-by = made by { $name }
slip-asked = asked { $price }
slip-price = price { $price }
slip-accepted = Taken in all
slip-returned = Given back in all
slip-consignment-what = These goods are the consignor’s until they are sold. What is sold is paid within { $days ->
    [one] { $days } day
   *[other] { $days } days
 }, less the mart’s share. Bring this note to take goods back.
slip-given-back-what = The goods above were received back in good order.
slip-challan = Delivery challan (not a supply)
slip-consigner = Consigner
slip-consignee = Consignee
slip-value = taxable value { $value }
slip-sent = Sent in all
slip-value-sum = Taxable value in all
slip-challan-what = Goods move between marts of one GSTIN; this is no sale and bears no tax (CGST rule 55).
slip-eway = The value is above { $limit }: an e-way bill must travel with them (CGST rule 138).
slip-approval-what = Goods that were here on approval go back unsold; this is no sale and bears no tax (CGST Act s.31(7), rule 55).
slip-signature-taken = Received by
slip-copy-consignee = ORIGINAL FOR CONSIGNEE
slip-copy-transporter = DUPLICATE FOR TRANSPORTER
slip-copy-consigner = TRIPLICATE FOR CONSIGNER
slip-signature-maker = Consignor’s signature or thumb
slip-signature-mart = For the mart
slip-signature-witness = Witness
slip-copy-maker = Consignor’s copy
slip-copy-mart = Mart’s copy
slip-mode = Sold in whose name
slip-mode-a1 = the mart’s, share inside the price
slip-mode-a2 = the mart’s, for a commission
slip-mode-b = the consignor’s, for a commission
slip-share = Mart’s share
slip-share-of = { $goods }: mart’s share
slip-from = From
slip-fees = Fees for each
slip-fees-value = packing { $packing }, transport { $transport }, handling { $handling }
slip-bearer = Who bears discounts
slip-bearer-shared = both, by their shares
slip-bearer-mart = the mart
slip-bearer-consignor = the consignor
slip-loss = The mart’s part of a loss
slip-loss-value = breakage { $breakage }, theft or shortage { $theft }, on the way { $transit }
slip-promise = Payment
slip-promise-value = due { $holding ->
    [one] { $holding } day
   *[other] { $holding } days
 } after the sale, within { $payout ->
    [one] { $payout } day
   *[other] { $payout } days
 }; at least { $minimum }
slip-recovery = Recovery
slip-recovery-value = up to { $share } of one payment
slip-ladder = What does not sell
slip-ladder-value = told after { $remind ->
    [one] { $remind } day
   *[other] { $remind } days
 }, { $lower } off by consent after { $markdown ->
    [one] { $markdown } day
   *[other] { $markdown } days
 }, given back after { $back ->
    [one] { $back } day
   *[other] { $back } days
 }
slip-agreement-what = Goods stay the consignor’s until they are sold. The mart takes care of them and accounts for every sale. Either may end this in writing; goods that are left are given back and what was sold is paid.
slip-agreement-number = Agreement no.
slip-mobile = Mobile
slip-pehchan = Artisan’s card no.
slip-notice-agreed = The notice above was read to me and I agree.

# The certificate of authenticity.
certificate = Certificate of authenticity
certificate-maker = Made by
certificate-village = Village
certificate-district = District
certificate-craft = Craft
certificate-gi = Geographical indication
certificate-gi-yes = registered GI
certificate-mark = Handloom or Silk Mark
certificate-piece = Piece
certificate-bill = Bill
certificate-what = The mart certifies that this was made by the artisan named above. The QR bears the till’s signature; anyone can check it.
slip-consignors = Consignors
slip-rows = Rows
