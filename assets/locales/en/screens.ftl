# Words of the screens, in English. The same keys stand in ../hi/screens.ftl.

till-name = Till { $code }
demo-mart = Demo mart
change-language = Change language
sign-out = Sign out
sign-in = Sign in
help = All keys
shift-number = Shift { $number }
go-back = Back
done = Done
next = Next
try-again = Try again
erase = Erase

screens = Screens
screen-sell = Sell
approve = Approval needed
approve-who = Who answers
approve-give = Approve

who-is-here = Who is at the till?
choose-person = Choose your name first.
pin-of = PIN of { $name }
demo-pin = PIN { $pin }
role-cashier = Cashier
role-storekeeper = Storekeeper
role-manager = Manager
role-approver = Approver

greeting = Welcome, { $name }
open-shift = Start the shift
open-shift-what = Count the cash in the drawer and enter it. Then selling begins.
float = Float
no-selling-role = The role { $role } does not sell at this till. A cashier or manager should sign in.
close-shift = Close shift
count-what = Count all the cash in the drawer and enter it. The difference is shown after the count.
counted = Cash counted
shift-is-closed = Shift { $number } is closed
cash-sales = Cash sales
cash-in = Cash put in
expected = Cash by the books
difference-none = It is all there
difference-short = Short
difference-over = Over
sales-count = { $count ->
    [one] { $count } sale
   *[other] { $count } sales
}

basket = Basket
basket-empty = New sale
basket-empty-what = Scan an item, or type a name, maker or district above.
search-hint = Scan, or type a name, maker or district…
nothing-found = Nothing found
found = Items found
item = Item
quantity = Quantity
price = Price
amount = Amount
of-artisan = Artisan’s
labelled = { $label }: { $value }
on-hand = { $quantity } in stock
on-hand-none = none here
on-hand-short = only { $quantity } here
less = One less
more = One more
remove = Remove
remove-line = Remove the chosen line
warning-dead-zone = At this price the higher GST rate is charged.

held = On hold
hold = Hold
recall-short = Recall
recall = Bring back a held sale

to-pay = Payment
goods-value = Value of goods
discount = Discount
round-off = Round-off
artisans = { $count ->
    [one] goods of { $count } artisan
   *[other] goods of { $count } artisans
}
due = Total due
pay-cash = Cash
pay-upi = UPI
pay-card = Card
pay-split = Split
pay-done = Paid
cash-given = Customer gave
change = Give back
remaining = Still due
upi-code = UPI QR code
upi-what = Ask the customer to scan. The money goes to { $payee }.
upi-done = Close the bill
reference = Reference { $reference }
card-reference = Card machine reference
discount-line = On the chosen line
discount-whole = On the whole bill
discount-amount = Discount in rupees

last-bill = Last bill
show-receipt = Show receipt
reprint = Reprint
reprint-last = Reprint the last receipt
reprinting = The receipt of bill { $number } is printing again.
receipt = Receipt
save-pdf = Save as PDF
receipt-saved = The receipt is saved at { $path }
question = The power or the machine went off. Did the last receipt come out?
question-what = Bill { $number }, { $due }. The bill is safe.
question-yes = Yes, it came out
question-no = No, print it again

help-broken = Damaged, or fit to sell again
help-choose = Choose a line
help-quantity = Quantity up or down
help-times = Before a scan: four pieces; with Enter: four of the chosen line

all-saved = All saved
not-saved = Not being saved
printer-ready = Printer ready
printer-none = No printer
printer-failing = { $jobs ->
    [one] Printer not found · { $jobs } receipt waiting
   *[other] Printer not found · { $jobs } receipts waiting
}
copy-none = No backup yet
copy-age = { $hours ->
    [0] { $minutes ->
        [0] Backup just now
       *[other] Backup { $minutes } min ago
    }
   *[other] Backup { $hours } h ago
}
key-os = Key in the system’s store
key-file = Key in a file
today = { $weekday } { $day } { $month } { $year } · { $time }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

clock-jumped = The computer’s clock has jumped.
clock-jumped-what = Selling goes on. A manager should check the date and time and enter a PIN.
clock-right = The clock is right
manager-pin = Manager’s PIN

trouble = The till did not open
trouble-damaged = The till’s file is damaged
safe-copies = Safe copies
no-copies = No copy was found. Leave the file as it is and call for help.
copy-up-to = Up to bill { $bill }
copy-no-bills = No bills yet
copy-bills = { $bills ->
    [one] { $bills } bill
   *[other] { $bills } bills
}
copy-bad = This copy is not whole
copy-after = The damaged file is put aside, not deleted. Later bills must be looked up on paper. New bills get a new till code.
go-back-to-copy = Go on from here
going-back = Getting ready
line-change = Change of the line or bill
line-discount = Discount
line-discount-give = Give discount
line-price = Price
line-price-new = New price of one { $unit }, in rupees
line-price-what = Left empty, its own price { $price } stays. Another price needs a manager's PIN.
line-price-give = Set price
line-note = Note
line-note-text = Note, printed on the bill
line-note-what = For example: embroider a name, give on Friday. Left empty, it goes.
line-note-give = Write
noted = Note: { $note }
quantity-type = Quantity { $quantity }, press to change
undo = Undo
gift-receipt = Gift receipt
gift-printing = The gift receipt of { $number } is printing.
look = Screen and sound
look-theme = Colours
look-auto = As the computer
look-light = Light
look-dark = Dark
look-sound = Sound
look-on = On
look-off = Off
look-digits = Figures
look-latin = 123
look-devanagari = १२३
help-everywhere = Everywhere
help-undo = Undo the last change
help-hold = Hold, or bring back
help-screens = Open another screen
waiting = Working…
certificate-print = Certificate
certificate-printing = The certificates of { $number } are printing.
day-form = day-month-year
drop-sure = Press again: all of it goes
