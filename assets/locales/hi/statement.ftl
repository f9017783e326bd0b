# हिसाब पर्ची, कमीशन बिल, नकद वाउचर, पासबुक और कारीगर का पन्ना।

sms-payout-confirmed = ODOP मार्ट: हिसाब { $number } के { $amount } आपके खाते { $account } में पहुँच गए। बैंक संदर्भ { $reference }।
sms-payout-cash = ODOP मार्ट: हिसाब { $number } के { $amount } आपने नकद ले लिए। वाउचर { $reference }।
