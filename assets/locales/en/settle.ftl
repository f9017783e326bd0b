# Settling and paying, in English. The same keys stand in ../hi/settle.ftl.

refusal-account-unproven = No rupee has proved yet whose { $name }’s account is. Send one rupee and note what the bank says, then pay.
refusal-bank-file-edited = The file { $file } was changed after it was approved. Do not give it to the bank. Note the payouts as failed and send them again.
refusal-edited-file-paid = The file { $file } was changed after it was approved. A second person must see with the bank what was paid, and say so.
refusal-paid-other-amount = This payout is of { $amount }. Write what the bank paid; if that is another amount, ask the bank first.
refusal-threshold-reached = Goods in { $name }’s own name would pass { $limit } this year, up to which they need no GSTIN. Sell them in the mart’s name by a new agreement, or ask for their GSTIN.
refusal-withdraw-later = { $later } has recovered what came back of { $number }. Withdraw { $later } first.
refusal-bank-file-gone = The file { $file } is not in its folder any more. Note the payouts as failed and send them again.
refusal-cash-payout-off = This mart pays no artisan in cash. A manager can allow it in the settings.
refusal-cash-payout-over = { $name } would get more than { $limit } in cash today. Pay by bank.
refusal-due-changed = What is due has changed since you looked: it is { $total } now. Nothing was posted. Look again.
refusal-no-bank-account = { $name } has no account for this way of paying. Note one on their sheet first.
refusal-no-payer = The mart’s own account is not set. A manager sets it in the settings.
refusal-not-office-till = This till does not settle or pay; till { $office } does. Here you can look at balances.
refusal-nothing-to-settle = There is nothing to settle here now.
refusal-rail-over-limit = { $name } is paid more than { $limit }, which UPI does not take. Note a bank account.
refusal-reference-used = The reference { $reference } was used before. Look at the bank’s statement again.
refusal-reference-wrong = { $reference } is no bank reference: NEFT has 16 letters and figures, RTGS 22, IMPS and UPI 12 figures.
refusal-reply-refused = { $rows ->
    [one] { $rows } row of the bank’s reply is
   *[other] { $rows } rows of the bank’s reply are
 } wrong, so nothing was taken. Look at them below.
refusal-reply-totals = The file says { $file } in all, but its rows come to { $sent }. Nothing was taken.
refusal-second-person-new = Their PIN was set too lately for them to answer as the second person. { $hours ->
    [one] { $hours } more hour
   *[other] { $hours } more hours
 }, or ask somebody else.
refusal-settlement-elsewhere = Settlement { $number } is { $state ->
    [posted] posted and not approved
    [withdrawn] withdrawn
    [approved] approved
    [sent] sent already
    [confirmed] paid already
   *[failed] failed
  }. Nothing was changed.
refusal-unknown-settlement = Settlement { $number } is not of this till.

payout = Paying artisans
screen-payout = Payout
payout-steps = Steps of paying
payout-step-due = Due
payout-step-approve = Approve
payout-step-pay = Pay
payout-step-way = On the way
payout-step-history = All
payout-step-advances = Advances
payout-office = This till shows what is due. Till { $till } settles and pays.
payout-office-none = No till settles or pays now. A manager names the office till in the settings.
payout-office-only = Till { $till } settles and pays; here you can only look.
payout-manager-posts = A manager posts settlements and pays.
payout-choose = up and down
payout-pick = choose
payout-pick-all = all
payout-open = open
payout-search = search
payout-posted = { $count ->
    [one] { $count } settlement
   *[other] { $count } settlements
 } posted, { $total }. Nothing is sent before a second person approves.
payout-approved = { $count ->
    [one] { $count } settlement
   *[other] { $count } settlements
 } approved, { $total }. Now they can be paid.
payout-withdrawn = { $count ->
    [one] { $count } settlement withdrawn. Its
   *[other] { $count } settlements withdrawn. Their
 } goods are due again.
payout-rail-bank = By bank
payout-rail-upi = By UPI
payout-rail-cash = In cash

due-to-pay = To pay
due-artisans = { $count ->
    [one] { $count } artisan
   *[other] { $count } artisans
}
due-late = Past the promise
due-held = Held for returns
due-held-short = Held
due-unpaid-short = Posted
due-to-recover = To recover
due-unpaid = Settled, not paid
due-search = Name, village or district…
due-districts = All districts
due-district = District
due-filter-all = All
due-filter-payable = Payable
due-filter-overdue = Overdue
due-filter-turnover = GST turnover
due-none = Nobody is owed anything
due-none-what = What is sold of artisans’ goods stands here, the oldest first.
due-none-found = Nobody like that. Other words, or the tab for all.
due-since = Since the sale
due-lines = Lines
due-net = To get
due-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
due-overdue = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
due-today = promised today
due-in = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
due-advance = advance { $amount }
due-turnover = near GST
due-turnover-what = Goods of { $turnover } sold this year; from { $limit } on a maker must register for GST. Tell them.
due-waits-nothing = not yet payable
due-waits-carried = carried on
due-waits-below-minimum = below minimum
due-waits-no-agreement = no agreement
due-waits-nothing-what = Nothing is payable yet: customers may still bring the goods back.
due-waits-carried-what = What is to be recovered is as much as what was sold. Nothing is paid now; the rest is carried on.
due-waits-below-minimum-what = Less than the agreement pays at once. It is carried on to the next settlement.
due-waits-no-agreement-what = There is no agreement in force.
due-choose = Choose an artisan to see the statement.
due-post = { $count ->
    [one] Post the settlement of { $count } artisan
   *[other] Post the settlements of { $count } artisans
}
due-post-chosen = { $count ->
    [one] Post { $count } chosen settlement
   *[other] Post { $count } chosen settlements
}
due-post-what = { $total } · nothing is sent yet
due-kind-return = came back
due-kind-void = void
due-kind-loss = lost

account-is-none = no account
account-is-asked = account waits
account-is-allowed = account not proven
account-is-proven = account proven
settlement-posted = posted
settlement-withdrawn = withdrawn
settlement-approved = approved
settlement-sent = sent
settlement-confirmed = arrived
settlement-failed = failed
settlement-number = Settlement

reckoned = Statement
reckoned-numbered = { $number } of { $date }
reckoned-upto = up to { $upto }, not posted
reckoned-since = last settled up to { $since }
reckoned-opening = To be recovered before
reckoned-sold = { $count ->
    [one] { $count } line sold (without tax)
   *[other] { $count } lines sold (without tax)
}
reckoned-returned = Came back
reckoned-commission = The mart’s share
reckoned-commission-gst = GST on it
reckoned-fees = Fees
reckoned-compensation = Paid for loss
reckoned-recovered = Recovery
reckoned-of-bill = bill { $bill }
reckoned-repaid = Advance repaid
reckoned-of-advance = { $amount } of { $date }
reckoned-net = To get
reckoned-carried = Carried on
reckoned-late = Promised by { $date }: { $days ->
    [one] { $days } day
   *[other] { $days } days
 } late
reckoned-promised = Promised by { $date }, { $days ->
    [one] { $days } day
   *[other] { $days } days
 } after the sale
reckoned-closing = { $amount } stands to be recovered later.
reckoned-held = { $amount } is held for returns.
reckoned-posted-by = posted by { $name }
reckoned-approved-by = approved by { $name }
reckoned-commission-bill = commission bill { $number }
reckoned-commission-credit = commission credit note { $number }
reckoned-sent-on = sent { $date }
reckoned-confirmed-on = arrived { $date }
reckoned-income = Income of twelve months
reckoned-lines = Every line

approve-none = Nothing waits for approval
approve-none-what = What a manager posts stands here until a second person approves it.
approve-waiting = Waiting for approval
approve-posted-by = Posted by
approve-own = yourself
approve-all = { $count ->
    [one] Approve { $count } settlement
   *[other] Approve all { $count } settlements
}
approve-chosen = { $count ->
    [one] Approve { $count } chosen
   *[other] Approve { $count } chosen
}
approve-second = You posted this yourself: somebody else will be asked for their PIN.
approve-what = After this it cannot be withdrawn. The bill of commission is made.
withdraw = Withdraw
withdraw-ask = { $count ->
    [one] Withdraw { $count } settlement?
   *[other] Withdraw { $count } settlements?
}
withdraw-what = The goods are due again and can be settled anew.
withdraw-do = Withdraw

payout-sift = Next tab of the list
payout-next = The step’s own action: post, approve, make the bank’s file
payout-upi = Pay by UPI, or its QR again
payout-cash = Pay in cash
payout-office-advances = Advances are given at the office till.

pay-none = Nothing is approved and waiting
pay-none-what = What a second person approves stands here to be paid.
pay-to-send = To be sent
pay-failed = Failed before
pay-cash-limit = Cash a day at most
pay-account = Account
pay-by-bank = By the bank’s file
pay-by-upi = By UPI, one by one
pay-unproven = Account not proven yet
pay-no-account = No account
pay-failed-why = Failed on { $date }: { $reason }
pay-unproven-what = Send one rupee to this account from the bank. The name it answers shows whose it is.
pay-no-account-what = No bank details are noted. Write them on the sheet under Consign, or pay small sums in cash.
pay-asked-what = The bank details wait for a second person, on the sheet under Consign.
pay-cash-do = Cash against a voucher
pay-cash-over = Cash at most { $limit } a day: this is more.
pay-upi-do = Pay by UPI
pay-file = { $count ->
    [one] See the bank’s file of { $count } payment
   *[other] See the bank’s file of { $count } payments
}
pay-from = From account { $account }
pay-send = { $count ->
    [one] Make the file and send { $count } payment
   *[other] Make the file and send { $count } payments
}
pay-send-what = The file is written here, for you to give to the bank. Nothing counts as paid before it is confirmed.
pay-again-second = Some failed before: somebody else will be asked for their PIN.
pay-file-made = { $count ->
    [one] { $count } payment
   *[other] { $count } payments
 }, { $total }: the bank’s file is { $path }. Give it to the bank.

file-title = The bank’s file
file-name = File
file-count = Payments
file-total = Control total
file-hash = SHA-256
file-check = Check
file-is-whole = whole
file-is-edited = changed
file-is-gone = gone
file-of = { $count ->
    [one] { $count } payment
   *[other] { $count } payments
}, { $total } · { $at } · { $name }
file-whole = The file is as it was made: { $path }. It can be given to the bank.
files = Files for the bank

prove = Prove the account
prove-what = Send one rupee to it in the bank’s app. The bank answers with a reference and the name of the account’s owner.
prove-reference = The bank’s reference
prove-name = Name, as the bank writes it
prove-second = If the names are not alike enough, somebody else will be asked for their PIN.
prove-do = Note it
prove-done = The account of { $name } is proven; the names are { $like } alike.

upi-pay = UPI to { $name }
upi-pay-what = Scan this in the mart’s bank app; it goes to { $account }. Then type the reference it shows.
upi-pay-reference = UPI reference, 12 figures
upi-pay-later = Later

cash-pay = Cash to { $name }
cash-pay-what = A voucher is written. Count the cash out, have it signed, and then confirm.
cash-write = Write the voucher
cash-voucher = Voucher { $number } is written. Give the cash and have it signed.
cash-signed = Signed, cash given

way-nothing = Nothing is on its way
way-nothing-what = What was sent stands here until the bank says that it arrived.
way-rail = How
way-sent = Sent
way-write = note that it arrived
way-arrived = Has it arrived?
way-reference = The bank’s reference (UTR)
way-paid = Amount on the bank’s slip
way-confirm = It has arrived
way-cash-what = When the voucher is signed and the cash given, confirm it.
way-code = Show the UPI QR again
way-confirmed = { $amount } reached { $name }. A message to them is kept.
way-failed = The payment to { $name } is noted as failed. It stands under Pay to be sent again.

fail = It did not arrive
fail-what = It can be sent again under Pay, with a second person.
fail-do = Note as failed

reply = Read the bank’s reply
reply-what = A CSV file with the columns reference, amount, UTR and status. All of it is taken or nothing.
reply-choose = Choose the bank’s reply, CSV
reply-drop = or drop it here
reply-row = Row
reply-says = The bank says
reply-known = known already
reply-total = Arrived, together
reply-faults = Wrong rows
reply-take = Take the reply
reply-taken = The reply is taken: { $paid } arrived, { $total }; { $failed } failed.
reply-fault-unknown-settlement = no such settlement
reply-fault-not-sent = was not sent
reply-fault-other-amount = another amount
reply-fault-not-an-amount = no amount
reply-fault-reference-wrong = no bank reference
reply-fault-reference-used = reference used before
reply-fault-reference-twice = reference twice in the file
reply-fault-settlement-twice = settlement twice in the file
reply-fault-unknown-status = unknown status
reply-fault-formula = a formula, not a value

history-search = Number, name or village…
history-none = No settlement yet
history-none-what = Every settlement that is posted stands here for good.
history-state = Where it is
history-confirmed = Arrived
history-sent = On the way
history-failed = Failed
history-approved = Approved
history-posted = Posted
history-withdrawn = Withdrawn
returned = The bank gave the money back
returned-what = It was confirmed and came back later. It can be sent again under Pay, with a second person.

advance = Note an advance
advances-none = No advances
advances-none-what = Money lent on goods to come stands here, with what is left of it.
advances-what = An advance is paid by bank to a proven account, and two people answer for it. It is repaid out of settlements.
advance-what = Pay it in the bank first. Then note it here; somebody else will be asked for their PIN.
advance-amount = Amount in rupees
advance-repay = Repaid out of each settlement, %
advance-why = What for
advance-do = Note it
advance-done = The advance is noted.
advance-on = Given
advance-repaid = Repaid
advance-left = Left

settings-payout = Paying artisans
settings-office = Office till
settings-office-what = Code of the one till that settles and pays. Left empty: the mart’s only till.
settings-cash = Cash to one artisan in a day, rupees
settings-cash-what = Nothing: nobody is paid in cash. Never more than the law allows.
settings-payer = The mart’s account
settings-payer-now = Pays from { $account }. Left empty below, it stays.
settings-payer-none = No account yet: no bank file can be made.
settings-account = Account number
settings-account-again = Account number once more
settings-account-differ = The two numbers are not alike.
settings-corporate = The bank’s name for the mart (corporate id)
settings-template = The bank’s file

paper-statement = Print statement
paper-bill = Print commission bill
paper-credit = Credit note of commission
paper-voucher = Print voucher
paper-printing = { $number } is printing.
paper-kept = The statement is saved at { $path }

home-due = Due to artisans
home-overdue = { $count ->
    [one] { $count } past the promise: { $amount }
   *[other] { $count } past the promise: { $amount }
}
home-in-time = Nobody waits longer than was promised.
home-to-payout = Open the payout
home-income = Artisans’ income, { $month }
home-makers = Top makers
home-today = Today’s sale
home-no-sale = No sale yet today.
home-bar-day = day { $of }
home-bar-hour = { $of }:00
home-health = This till
home-upi = UPI without a reference
home-upi-some = { $count } · { $amount }
home-upi-none = none
home-copy = Safe copy
home-jobs = Not printed
home-jobs-some = { $count ->
    [one] { $count } paper
   *[other] { $count } papers
}
home-jobs-none = none
home-disk = Disk
home-disk-free = { $gigabytes } GB free
home-disk-full = only { $gigabytes } GB free: make room
home-journal = Journal
home-journal-size = { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
 } · { $megabytes } MB
