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
