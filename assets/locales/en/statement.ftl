# The statement, the bill of commission, the cash voucher, the passbook and the artisan's page.

sms-payout-confirmed = ODOP Mart: { $amount } of settlement { $number } has reached your account { $account }. Bank reference { $reference }.
sms-payout-cash = ODOP Mart: you took { $amount } of settlement { $number } in cash. Voucher { $reference }.
