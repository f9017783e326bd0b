# Printing: printers, queue, labels.

printer-cover-open = { $jobs ->
    [one] Printer cover open · { $jobs } receipt waiting
   *[other] Printer cover open · { $jobs } receipts waiting
}
printer-offline = { $jobs ->
    [one] Printer off line · { $jobs } receipt waiting
   *[other] Printer off line · { $jobs } receipts waiting
}
printer-paper-out = { $jobs ->
    [one] Printer out of paper · { $jobs } receipt waiting
   *[other] Printer out of paper · { $jobs } receipts waiting
}
printer-doubt = { $jobs ->
    [one] { $jobs } receipt: did it print whole?
   *[other] { $jobs } receipts: did they print whole?
}
printer-near-end = Printer paper is nearly used up

screen-printing = Printing
print-queue = Printing: waiting and done
print-looking = Looking…
print-nothing = Nothing has been printed yet.
print-waiting = Waiting
print-printing = Printing
print-printed = Printed
print-doubt = In doubt
print-dropped = Removed
print-receipt = Receipt
print-a5 = A5 sheet
print-a4 = A4 sheet
print-file = Ready PDF
print-drawer = Open the drawer without a sale
print-copy = duplicate { $copy }
print-opens-drawer = with the drawer
print-again = Print again
print-drop = Remove
print-came-out = It came out whole
print-printers = Printers
way-receipt = Receipts
way-sheet = A4 and A5 bills
way-label = Labels
way-report = Reports
way-none = none
print-test = Test print
print-trying = Printing…
print-test-good = The printer works. See that the line spans the paper.
print-test-silent = Sent. This printer does not say how it is, so look at the paper.
print-test-near-end = The printer works. Its paper is nearly used up.
print-on-sheet = A bill on A4 or A5
print-number = Number of the bill, credit note or sale memo return
print-drawer-why = Reason
print-open-drawer = Open the drawer
print-attempts = { $count ->
    [0] not sent yet
    [one] sent once
   *[other] sent { $count } times
}
report-print = Print
report-z-printing = Z { $number } is printing.
report-x-printing = The X report of shift { $number } is printing.
report-saved = The report is saved at { $path }

ways = Printers and paper
ways-what = Each kind of paper has its printer. Try one before you keep it.
ways-change = Change printers and paper
way-kind = Printer for: { $way }
way-where = Where the printer is: { $way }
way-none-what = Without one, nothing of this kind is printed.
way-saved = { $way }: saved.
paper-speaks = Language of paper
paper-both = Hindi and English
paper-hindi = Hindi alone
paper-english = English alone
paper-saved = Saved. The next receipt prints like that.
logo = Logo on receipts
logo-there = There is one.
logo-none = There is none.
logo-choose = Choose a PNG picture
logo-drop = Take it away
tried-unreachable = Nothing answers at { $place }. Is the printer switched on, the cable in, and the address right?
tried-cover-open = The printer’s cover is open. Close it and try again.
tried-paper-out = The printer has no paper. Put in a new roll and try again.
tried-offline = The printer is off line. Press its button, look at its lamp, and try again.
tried-stopped = The printer stopped in the middle. Look at cable and paper, and try again.
labels = Labels for goods
labels-find = Scan, or type the name of an item
labels-what = Scan the goods that need labels, or find them by name. Each scan adds a label.
labels-count = Labels
labels-count-of = Labels of { $name }
labels-packed = Packed, month and year
labels-packed-of = { $name }: packed in month and year
labels-best-before = Best before
labels-best-before-of = { $name }: best before month and year
labels-without = No labels for { $name }
labels-sheet = Sheet of labels
labels-3x8 = A4, 24 labels (63.5 × 33.9 mm)
labels-5x13 = A4, 65 labels (38.1 × 21.2 mm)
labels-code = Code
labels-bars = Barcode
labels-skip = Labels of the first sheet that are used up
labels-print = Print them as well
labels-only-saved = No printer is chosen for labels, so they are only saved as PDF.
labels-make = Make labels
labels-made = Labels made: { $labels }. The PDF is at { $path }
labels-unmarked = “{ $name }” is called handloom, but the label has no Handloom Mark number. Write the number on each piece at its intake, or take the word out of the name: by the draft rules of 2026 it may not be sold so without the mark.
labels-printing = Labels are printing: { $labels }. The PDF is at { $path }
tried-folder = The page is in the folder { $place }
way-report-none-what = Reports print on the receipt roll.
code-print = Print the code
code-printing = Printing…
code-printed = The code is on paper. Keep the slip in a safe place.
code-sheet = Keep this sheet in a safe place, away from the till. If the manager forgets the PIN, only this code sets a new one.
print-report = Report of a shift
print-drawer-back = The drawer, for cash that goes back
