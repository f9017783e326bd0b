# Words of the shift, the day and people, in English. The same keys stand in ../hi/day.ftl.

screen-day = Day
screen-people = People
note-of = Note of { $rupees } rupees
coin-of = Coin of { $rupees } rupees
or-type-sum = or type the sum
count-done = Counted
count-again = Count again
first-counted = First counted
shift-counted = Shift { $number } counted
hand-over = Hand over
hand-to = Hand over to
hand-over-sign = Hand over with both PINs
handed-to = Handed to { $name }.
cash-refunds = Cash given back
paid-out = Expenses
dropped = Put in the safe
move-cash = Move cash
move-drop = Put in the safe
move-paid-out = Pay an expense
move-paid-in = Bring in change
move-drop-what = Keeps little cash in the drawer.
move-paid-out-what = A small expense such as tea, transport or post, out of the drawer.
move-paid-in-what = From the safe into the drawer.
reason = Reason
cash-moved = Recorded.
shifts = Shifts
shift-running = Running now
no-shifts = No shifts yet
no-shifts-what = The report of a shift appears here once it has begun.
report-x = X report
report-z = Z { $number }
report-sales = Sales
report-net = Net sales
report-series = Bill numbers
report-none = None
report-tenders = Payments
report-rates = GST
report-rate = Rate
report-memos = On makers’ sale memos, without GST
report-taxable = Taxable
report-movements = Drawer movements
report-drawer = Drawer
report-count = Notes and coins counted
report-proof = Proof
told-after-count = Payments and cash are shown after the count.
refunded = Given back
approved-by = Approved by { $name }
within-own-limit = Within own limit
reprints = Receipts reprinted
pin-refusals = Lock-outs by wrong PINs
grand-total = All sales of this till
journal-entry = Journal entry { $entry }
people = People
person-new = New person
person-left = Has left
person-shut-out = Locked out
person-unlock = Unlock
person-saved = { $name }: saved.
person-unlocked = { $name } may enter a PIN again.
person-role = Role
person-works-here = Works here
last-manager = The only manager stays one.
name-hi = Name in Hindi
name-en = Name in English
pin-six = PIN, six digits
pin-what = Not one like 123456 or 000000.
pin-new = New PIN
pin-new-what = Leave empty to keep the PIN.
pin-again = PIN again
pin-differs = The two PINs differ.
limit-discount = Discount limit, in per cent
limit-paid-out = Expense limit, in rupees
limit-of-role = As for the role
save = Save
locked = The screen is locked
locked-what = Everything is as it was. Enter your PIN to go on.
lock-screen = Lock the screen
returns-count = { $count ->
    [one] { $count } return
   *[other] { $count } returns
}
voids-count = { $count ->
    [one] { $count } bill voided
   *[other] { $count } bills voided
}
bills-count = { $count ->
    [one] { $count } bill
   *[other] { $count } bills
}
person-shut-out-what = { $count ->
    [one] Locked out after { $count } wrong PIN.
   *[other] Locked out after { $count } wrong PINs.
}
