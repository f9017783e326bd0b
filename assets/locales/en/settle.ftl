# Settling and paying, in English. The same keys stand in ../hi/settle.ftl.

refusal-account-unproven = No rupee has proved yet whose { $name }’s account is. Send one rupee and note what the bank says, then pay.
refusal-bank-file-edited = The file { $file } was changed after it was approved. Do not give it to the bank. Note the payouts as failed and send them again.
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
refusal-reply-refused = { $rows } rows of the bank’s reply are wrong, so nothing was taken. Look at them below.
refusal-reply-totals = The file says { $file } in all, but its rows come to { $sent }. Nothing was taken.
refusal-second-person-new = Their PIN was set too lately for them to answer as the second person. { $hours } more hours, or ask somebody else.
refusal-settlement-elsewhere = Settlement { $number } is { $state ->
    [posted] posted and not approved
    [withdrawn] withdrawn
    [approved] approved
    [sent] sent already
    [confirmed] paid already
   *[failed] failed
  }. Nothing was changed.
refusal-unknown-settlement = Settlement { $number } is not of this till.
