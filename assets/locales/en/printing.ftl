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
print-number = Number of the bill or credit note
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
