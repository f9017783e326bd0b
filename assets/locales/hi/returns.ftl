# Words of bills and returns, in Hindi. The same keys stand in ../en/returns.ftl.

screen-returns = वापसी
screen-bills = बिल

bill-number = नंबर
bill-time = समय
bill-goods = चीज़ें
bill-paid-by = भुगतान
bill-more = { $count ->
    [one] और { $count } चीज़
   *[other] और { $count } चीज़ें
}
bill-part-returned = कुछ वापस
bill-returned = पूरा वापस
bill-voided = रद्द
bill-exchange = बदलना
bill-unclaimed = UPI नंबर बाकी
bill-search = नंबर, रकम, चीज़ या मोबाइल लिखें, या रसीद का QR स्कैन करें…
bill-today = आज के बिल
bill-of-day = { $day } के बिल
bill-none-then = उस दिन कोई बिल नहीं बना
day-before = पिछला दिन
day-after = अगला दिन
bill-found = मिले हुए बिल
bill-none = आज अभी कोई बिल नहीं बना
bill-none-what = पहली बिक्री के बाद उसका बिल यहाँ दिखेगा।
bill-none-found = ऐसा कोई बिल नहीं मिला
bill-none-found-what = नंबर, रकम, चीज़ का नाम या मोबाइल फिर से देखें। दूसरे गल्ले का बिल वहीं मिलेगा।
bill-older = और भी बिल हैं। नंबर या चीज़ लिखकर खोजें।
bill-choose = बाईं ओर से बिल चुनें।
bill-return = वापसी लें
bill-void = बिल रद्द करें
bill-is-voided = बिल { $number } रद्द हुआ। नंबर रद्द के रूप में रहेगा।
void-ask = बिल { $number } पूरा रद्द करें?
void-what = ग्राहक के पैसे जैसे आए थे वैसे लौटाएँ। माल भंडार में वापस जाएगा। प्रबंधक की मंज़ूरी चाहिए।
void-do = रद्द करें
note-left = { $number } में { $left } बचे हैं
back-notes = लौटा सामान
back-note-number = नंबर
back-note-kind = { $memo ->
    [yes] बिक्री पर्ची की वापसी
   *[no] क्रेडिट नोट
}
back-note-against = किस बिल पर
back-note-of = बिल { $number } का लौटा सामान
upi-more = और भी हैं। ये पूरे होते ही बाकी यहाँ दिखेंगे।

upi-tasks = UPI के बाकी काम
upi-to-claim = जिनका UPI नंबर लिखना बाकी है
upi-to-claim-what = ग्राहक के ऐप या बैंक की सूची में 12 अंकों का नंबर देखें और लिखें। प्रबंधक मंज़ूरी देंगे।
upi-to-refund = UPI से पैसे लौटाने बाकी
upi-to-refund-what = बैंक के ऐप से पैसे लौटाएँ, फिर वहाँ दिखा 12 अंकों का नंबर लिखें।
upi-reference = 12 अंकों का नंबर
upi-reference-now = 12 अंकों का नंबर, अभी या बाद में
upi-never-came = पैसा आया ही नहीं
upi-claimed = बिल { $number } का UPI नंबर लिख लिया गया।
upi-refunded = बिल { $number } की UPI वापसी पूरी हुई।
upi-nothing = UPI का कोई काम बाकी नहीं
upi-nothing-what = हर UPI भुगतान का नंबर लिखा है और हर वापसी हो चुकी है।

return-find = किस बिल का सामान वापस आया है?
return-search = रसीद का QR स्कैन करें, या बिल नंबर, रकम, चीज़ या मोबाइल लिखें…
return-empty = वापसी या बदलना
return-empty-what = रसीद का QR स्कैन करें। रसीद न हो तो चीज़ का टैग स्कैन करें या नाम लिखें, फिर बिल चुनें।
return-all = सब वापस
return-sold = बिका था
return-back = वापस
return-of = { $left } तक
return-none-left = सब वापस आ चुका
return-shelf = फिर बिकेगा
return-whole = हाँ, ठीक है
return-broken = नहीं, ख़राब है
return-reason = वजह
return-why-size = नाप या रंग ठीक नहीं
return-why-broken = टूटा या ख़राब निकला
return-why-mind = ग्राहक का मन बदला
return-why-wrong = ग़लत चीज़ चली गई
return-why-other = और कुछ
return-how = पैसे कैसे लौटें
return-original = जैसे आए थे
return-note = यहीं रखें, अगली ख़रीद के लिए
return-money = पैसे वापस
return-choose = कितना वापस आया है, + और − से चुनें।
return-approval = इतनी वापसी के लिए प्रबंधक का PIN लगेगा।
return-owed = टूटे सामान का कारीगर को (अनुबंध से)
return-take = वापसी पक्की करें
return-exchange = बदले में दूसरा
return-late = यह बिल पुराना है: 30 नवंबर की तारीख़ निकल गई, इसलिए इस वापसी से GST कम नहीं होगा।
return-done = बिल { $number } की वापसी हो गई।
return-give-cash = ग्राहक को नकद दें
return-give-upi = UPI से लौटाएँ: यह काम बिल के पन्ने पर F9 में बाकी रहेगा
return-give-card = कार्ड मशीन से लौटाएँ ({ $number })
return-give-note = क्रेडिट नोट { $number } में रखे
return-give-memo = बिक्री पर्ची की वापसी { $number } में रखे
return-notes = काग़ज़ { $notes }
pay-credit-note = क्रेडिट नोट
pay-memo-cancelled = बिक्री पर्ची की वापसी
pay-kept = क्रेडिट नोट या बिक्री पर्ची की वापसी
pay-kept-amount = उसमें से रकम

exchange-of = बिल { $number } की वापसी
exchange-rest-note = बाकी अगली ख़रीद के लिए यहीं रहेगा
exchange-rest-back = बाकी जैसे आया था वैसे लौटेगा
exchange-drop = बदलना छोड़ें
