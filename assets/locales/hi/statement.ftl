# हिसाब पर्ची, कमीशन बिल, नकद वाउचर, पासबुक और कारीगर का पन्ना। यही कुंजियाँ ../en/statement.ftl में हैं।

sms-payout-confirmed = ODOP मार्ट: हिसाब { $number } के { $amount } आपके खाते { $account } में पहुँच गए। बैंक संदर्भ { $reference }।
sms-payout-cash = ODOP मार्ट: हिसाब { $number } के { $amount } आपने नकद ले लिए। वाउचर { $reference }।

rail-bank = बैंक से
rail-upi = UPI से
rail-cash = नकद

account-what = विवरण

statement = हिसाब पर्ची
statement-net = आपको मिलेंगे
statement-period = किन दिनों का
statement-since = { $since } के हिसाब के बाद से { $upto } तक
statement-upto = शुरू से { $upto } तक
statement-state = कहाँ पहुँचा
statement-posted = हिसाब बना, मंज़ूरी बाकी
statement-withdrawn = वापस लिया गया: इस पर्ची पर पैसा नहीं मिलेगा
statement-approved = मंज़ूर, पैसा भेजना बाकी
statement-sent = पैसा भेजा
statement-confirmed = पैसा पहुँचा
statement-failed = पैसा नहीं पहुँचा, फिर भेजा जाएगा
statement-account = खाता
statement-rail = कैसे
statement-sent-on = कब भेजा
statement-confirmed-on = कब पहुँचा
statement-promised = वादा
statement-promised-by = { $date } तक (बिकने से { $days } दिन में)
statement-late = देर
statement-late-days = { $days } दिन
statement-approved-by = मंज़ूरी
statement-rows = बिका हुआ माल और वापसी
statement-price = ग्राहक ने दिया
statement-goods = बिना GST दाम
statement-commission = मार्ट का हिस्सा
statement-commission-gst = उस पर GST
statement-fees = ख़र्च
statement-share = आपका हिस्सा
statement-against = बिल { $bill } का
statement-recoveries = पहले दिया गया, अब वसूली
statement-share-was = कुल वसूली
statement-left = बाकी
statement-taken = अभी काटा
statement-advance = अग्रिम
statement-advance-was = कितना लिया था
statement-repaid = अग्रिम की कटौती
statement-recovered = वसूली
statement-sold = बिका हुआ माल
statement-returned = वापसी और रद्द
statement-compensation = नुक़सान का मुआवज़ा
statement-earned = आपकी कमाई
statement-held-what = { $amount } अभी रोके हैं: ग्राहक के लौटाने के दिन पूरे होने पर अगले हिसाब में आएँगे।
statement-closing-what = लौटे हुए माल के { $amount } अगले हिसाब से कटेंगे।
statement-commission-bill = कमीशन का बिल { $number } अलग से छपता है।
statement-commission-credit = पहले के कमीशन का क्रेडिट नोट { $number } अलग से छपता है।
statement-what = कुछ ग़लत लगे तो यह पर्ची लेकर मार्ट आएँ। हर बिल दोबारा देखा जा सकता है।
statement-proof = QR बताता है कि यह पर्ची असली है।

commission-line = खुदरा बिक्री सेवा का कमीशन
commission-unit = हिसाब
commission-of = हिसाब { $number } का कमीशन

voucher = नकद भुगतान वाउचर
voucher-settlement = हिसाब
voucher-words = शब्दों में
voucher-amount = नकद मिला
voucher-what = ऊपर लिखी पूरी रक़म नकद गिनकर मिली।

passbook = पासबुक
passbook-owed = कुल बाकी देना
passbook-rows = शुरू से आज तक का लेन-देन
passbook-change = बढ़ा / घटा
passbook-balance = बाकी
passbook-what = यह पासबुक मार्ट के बहीखाते से मिलती है। बाकी वह रक़म है जो मार्ट को अभी देनी है।
passbook-sale = बिका
passbook-return = वापसी
passbook-void = रद्द
passbook-loss = नुक़सान
passbook-settled = हिसाब बना
passbook-withdrawn = हिसाब वापस लिया
passbook-sent = पैसा भेजा
passbook-paid = पैसा पहुँचा
passbook-failed = पैसा नहीं पहुँचा
passbook-advance = अग्रिम मिला

screen-artisan = कारीगर
artisan-search = पर्ची या टैग स्कैन करें, या नाम लिखें…
artisan-how = कारीगर की जमा पर्ची, हिसाब पर्ची या उनके माल का टैग स्कैन करें। पर्ची न हो तो नाम, गाँव या मोबाइल लिखें।
artisan-clear = अगला
artisan-print-statement = हिसाब छापें
artisan-print-passbook = पासबुक छापें
artisan-owed = आपको मिलना बाकी
artisan-by = कब तक
artisan-late = { $days } दिन देर
artisan-sold = पिछले भुगतान के बाद बिका
artisan-held = इसमें से अभी रोका
artisan-held-why = ग्राहक के लौटाने के दिन बाकी हैं
artisan-coming = इसमें से हिसाब बन चुका
artisan-to-recover = लौटे माल की वसूली
artisan-advance = अग्रिम, आगे कटेगा
artisan-last-paid = पिछली बार मिला
artisan-never-paid = अभी नहीं
artisan-here = मेरा माल यहाँ
artisan-kinds = { $count ->
    [one] { $count } क़िस्म
   *[other] { $count } क़िस्में
}
artisan-next = आज जो बिकेगा, उसका पैसा { $date } तक मिलेगा ({ $days } दिन में)।
artisan-goods = मेरा माल
artisan-lines = जो बिका
artisan-lines-none = पिछले भुगतान के बाद कुछ नहीं बिका।
artisan-page = पन्ना { $page } / { $pages }
statement-printing = हिसाब { $number } छप रहा है।
passbook-printing = पासबुक छप रही है।

refusal-unknown-artisan = “{ $code }” से कोई कारीगर नहीं मिला। पर्ची या टैग स्कैन करें, या नाम लिखें।
