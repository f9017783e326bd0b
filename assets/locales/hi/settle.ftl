# हिसाब और भुगतान, हिन्दी में। यही कुंजियाँ ../en/settle.ftl में हैं।

refusal-account-unproven = { $name } का खाता किसका है, यह एक रुपये से अभी साबित नहीं हुआ। पहले एक रुपया भेजें और बैंक का जवाब लिखें, फिर भुगतान करें।
refusal-bank-file-edited = मंज़ूरी के बाद फ़ाइल { $file } बदली गई है। इसे बैंक को न दें। भुगतान नाकाम लिखें और दोबारा भेजें।
refusal-edited-file-paid = मंज़ूरी के बाद फ़ाइल { $file } बदली गई है। बैंक से देखकर दूसरा व्यक्ति बताए कि क्या भुगतान हुआ।
refusal-paid-other-amount = यह भुगतान { $amount } का है। बैंक ने जितना दिया वही लिखें; रकम अलग हो तो पहले बैंक से पूछें।
refusal-threshold-reached = { $name } के अपने नाम की बिक्री इस साल { $limit } से ऊपर हो जाएगी, जहाँ तक GSTIN नहीं चाहिए। नए अनुबंध से मार्ट के नाम में बेचें, या उनका GSTIN माँगें।
refusal-withdraw-later = { $number } के लौटे माल की वसूली { $later } में हो चुकी है। पहले { $later } वापस लें।
refusal-bank-file-gone = फ़ाइल { $file } अपनी जगह पर नहीं है। भुगतान नाकाम लिखें और दोबारा भेजें।
refusal-cash-payout-off = यह मार्ट कारीगर को नकद नहीं देता। प्रबंधक सेटिंग में इसकी इजाज़त दे सकते हैं।
refusal-cash-payout-over = { $name } को आज { $limit } से ज़्यादा नकद हो जाएगा। बैंक से भुगतान करें।
refusal-due-changed = आपके देखने के बाद बकाया बदल गया: अब { $total } है। कुछ दर्ज नहीं हुआ। दोबारा देखें।
refusal-no-bank-account = { $name } का इस तरीक़े का खाता दर्ज नहीं है। पहले उनके पन्ने पर खाता लिखें।
refusal-no-payer = मार्ट का अपना खाता दर्ज नहीं है। प्रबंधक इसे सेटिंग में लिखें।
refusal-not-office-till = यह गल्ला हिसाब और भुगतान नहीं करता, गल्ला { $office } करता है। यहाँ बकाया देख सकते हैं।
refusal-nothing-to-settle = यहाँ अभी हिसाब करने को कुछ नहीं है।
refusal-rail-over-limit = { $name } को { $limit } से ज़्यादा देना है, जो UPI से नहीं जाता। बैंक खाता लिखें।
refusal-reference-used = संदर्भ { $reference } पहले काम आ चुका है। बैंक का ब्योरा दोबारा देखें।
refusal-reference-wrong = { $reference } बैंक का संदर्भ नहीं है: NEFT में 16 अक्षर-अंक, RTGS में 22, IMPS और UPI में 12 अंक होते हैं।
refusal-reply-refused = बैंक के जवाब की { $rows ->
    [one] { $rows } पंक्ति ग़लत है
   *[other] { $rows } पंक्तियाँ ग़लत हैं
 }, इसलिए कुछ नहीं लिया गया। नीचे देखें।
refusal-reply-totals = फ़ाइल में जोड़ { $file } लिखा है, पर पंक्तियों का जोड़ { $sent } है। कुछ नहीं लिया गया।
refusal-second-person-new = उनका PIN अभी-अभी रखा गया है, इसलिए वे दूसरे व्यक्ति नहीं हो सकते। { $hours ->
    [one] { $hours } घंटा
   *[other] { $hours } घंटे
 } और, या किसी और से पूछें।
refusal-settlement-elsewhere = हिसाब { $number } { $state ->
    [posted] दर्ज है, मंज़ूर नहीं
    [withdrawn] वापस लिया जा चुका है
    [approved] मंज़ूर है
    [sent] भेजा जा चुका है
    [confirmed] पहुँच चुका है
   *[failed] नाकाम है
  }। कुछ नहीं बदला।
refusal-unknown-settlement = हिसाब { $number } इस गल्ले का नहीं है।

payout = कारीगरों का भुगतान
screen-payout = भुगतान
payout-steps = भुगतान के क़दम
payout-step-due = बकाया
payout-step-approve = मंज़ूरी
payout-step-pay = भुगतान
payout-step-way = रास्ते में
payout-step-history = सब हिसाब
payout-step-advances = अग्रिम
payout-office = यह गल्ला बकाया दिखाता है। हिसाब और भुगतान गल्ला { $till } करता है।
payout-office-none = अभी कोई गल्ला हिसाब और भुगतान नहीं करता। प्रबंधक सेटिंग में कार्यालय का गल्ला चुनें।
payout-office-only = हिसाब और भुगतान गल्ला { $till } करता है, यहाँ केवल देख सकते हैं।
payout-manager-posts = हिसाब पक्का करना और भुगतान प्रबंधक का काम है।
payout-choose = ऊपर-नीचे
payout-pick = जोड़ें/हटाएँ
payout-pick-all = सब
payout-open = खोलें
payout-search = खोजें
payout-posted = { $count ->
    [one] { $count } हिसाब पक्का हुआ
   *[other] { $count } हिसाब पक्के हुए
 }, { $total }। दूसरे व्यक्ति की मंज़ूरी से पहले कुछ नहीं भेजा जाएगा।
payout-approved = { $count ->
    [one] { $count } हिसाब मंज़ूर हुआ
   *[other] { $count } हिसाब मंज़ूर हुए
 }, { $total }। अब भुगतान हो सकता है।
payout-withdrawn = { $count ->
    [one] { $count } हिसाब वापस लिया गया। उसका
   *[other] { $count } हिसाब वापस लिए गए। उनका
 } माल फिर बकाया है।
payout-rail-bank = बैंक से
payout-rail-upi = UPI से
payout-rail-cash = नकद

due-to-pay = देने हैं
due-artisans = { $count ->
    [one] { $count } कारीगर
   *[other] { $count } कारीगर
}
due-late = वादे से देर
due-held = वापसी की अवधि में
due-held-short = रुके हैं
due-unpaid-short = पक्का
due-to-recover = वसूली
due-unpaid = पक्का, भेजना बाकी
due-search = नाम, गाँव या ज़िला…
due-districts = सब ज़िले
due-district = ज़िला
due-filter-all = सब
due-filter-payable = देने लायक़
due-filter-overdue = देर वाले
due-filter-turnover = GST सीमा
due-none = किसी का कुछ बकाया नहीं
due-none-what = कारीगरों का जो माल बिकेगा उसका बकाया यहाँ आएगा, सबसे पुराना पहले।
due-none-found = ऐसा कोई नहीं मिला। दूसरे शब्द लिखें या "सब" चुनें।
due-since = बिके कितने दिन
due-lines = पंक्तियाँ
due-net = देय
due-days = { $days ->
    [one] { $days } दिन
   *[other] { $days } दिन
}
due-overdue = वादे से { $days } दिन देर
due-today = आज देने हैं
due-in = वादे में { $days } दिन
due-advance = अग्रिम { $amount }
due-turnover = GST के पास
due-turnover-what = इस साल { $turnover } का माल बिका; { $limit } से कारीगर को GST पंजीकरण लेना होता है। उन्हें बताएँ।
due-waits-nothing = अभी देय नहीं
due-waits-carried = आगे जाएगा
due-waits-below-minimum = न्यूनतम से कम
due-waits-no-agreement = अनुबंध नहीं
due-waits-nothing-what = अभी कुछ देय नहीं: ग्राहक माल लौटा सकते हैं।
due-waits-carried-what = वसूली उतनी है जितनी बिक्री। अभी कुछ नहीं मिलेगा, बाकी आगे जाएगा।
due-waits-below-minimum-what = अनुबंध में एक बार में इससे ज़्यादा देना तय है। यह रकम अगले हिसाब में जाएगी।
due-waits-no-agreement-what = कोई अनुबंध लागू नहीं है।
due-choose = हिसाब देखने के लिए कारीगर चुनें।
due-post = { $count ->
    [one] { $count } कारीगर का हिसाब पक्का करें
   *[other] { $count } कारीगरों का हिसाब पक्का करें
}
due-post-chosen = { $count ->
    [one] { $count } चुना हिसाब पक्का करें
   *[other] { $count } चुने हिसाब पक्के करें
}
due-post-what = { $total } · कुछ भी अभी नहीं भेजा जाएगा
due-kind-return = लौटा
due-kind-void = रद्द
due-kind-loss = नुक़सान

account-is-none = खाता नहीं
account-is-asked = खाता मंज़ूरी पर
account-is-allowed = खाता साबित नहीं
account-is-proven = खाता साबित
settlement-posted = पक्का, मंज़ूरी बाकी
settlement-withdrawn = वापस लिया
settlement-approved = मंज़ूर
settlement-sent = भेजा
settlement-confirmed = पहुँचा
settlement-failed = नाकाम
settlement-number = हिसाब

reckoned = हिसाब पर्ची
reckoned-numbered = { $number } · { $date }
reckoned-upto = { $upto } तक, अभी पक्का नहीं
reckoned-since = पिछला हिसाब { $since } तक
reckoned-opening = पहले की वसूली
reckoned-sold = { $count ->
    [one] { $count } पंक्ति बिकी (कर के बिना)
   *[other] { $count } पंक्तियाँ बिकीं (कर के बिना)
}
reckoned-returned = लौटा माल
reckoned-commission = मार्ट का हिस्सा
reckoned-commission-gst = उस पर GST
reckoned-fees = ख़र्च
reckoned-compensation = नुक़सान का मुआवज़ा
reckoned-recovered = वापसी की वसूली
reckoned-of-bill = बिल { $bill }
reckoned-repaid = अग्रिम की कटौती
reckoned-of-advance = { $date } के { $amount }
reckoned-net = देय
reckoned-carried = आगे जाएगा
reckoned-late = { $date } तक का वादा था: { $days } दिन देर
reckoned-promised = { $date } तक का वादा, बिकने से { $days } दिन में
reckoned-closing = { $amount } की वसूली आगे होगी।
reckoned-held = { $amount } वापसी की अवधि में रुके हैं।
reckoned-posted-by = पक्का किया: { $name }
reckoned-approved-by = मंज़ूरी: { $name }
reckoned-commission-bill = कमीशन बिल { $number }
reckoned-commission-credit = कमीशन क्रेडिट नोट { $number }
reckoned-sent-on = { $date } को भेजा
reckoned-confirmed-on = { $date } को पहुँचा
reckoned-income = बारह महीनों की आमदनी
reckoned-lines = एक-एक पंक्ति

approve-none = मंज़ूरी को कुछ बाकी नहीं
approve-none-what = प्रबंधक जो हिसाब पक्का करते हैं वह दूसरे व्यक्ति की मंज़ूरी तक यहाँ रहता है।
approve-waiting = मंज़ूरी बाकी
approve-posted-by = पक्का किया
approve-own = आपने
approve-all = { $count ->
    [one] { $count } हिसाब मंज़ूर करें
   *[other] सब { $count } हिसाब मंज़ूर करें
}
approve-chosen = { $count ->
    [one] { $count } चुना हिसाब मंज़ूर करें
   *[other] { $count } चुने हिसाब मंज़ूर करें
}
approve-second = यह आपने ही पक्का किया है: किसी और का PIN माँगा जाएगा।
approve-what = इसके बाद वापस नहीं लिया जा सकता। कमीशन का बिल बनेगा।
withdraw = वापस लें
withdraw-ask = { $count ->
    [one] { $count } हिसाब वापस लें?
   *[other] { $count } हिसाब वापस लें?
}
withdraw-what = माल फिर बकाया हो जाएगा और नया हिसाब बन सकेगा।
withdraw-do = वापस लें

payout-sift = सूची का अगला भाग
payout-next = क़दम का काम: पक्का करें, मंज़ूर करें, बैंक फ़ाइल बनाएँ
payout-upi = UPI से भुगतान, या उसका QR फिर
payout-cash = नकद भुगतान
payout-office-advances = अग्रिम कार्यालय के गल्ले से दिया जाता है।

pay-none = मंज़ूर और बाकी कुछ नहीं
pay-none-what = दूसरे व्यक्ति की मंज़ूरी के बाद हिसाब यहाँ भुगतान के लिए आता है।
pay-to-send = भेजना बाकी
pay-failed = पहले नाकाम
pay-cash-limit = एक दिन में नकद, ज़्यादा से ज़्यादा
pay-account = खाता
pay-by-bank = बैंक फ़ाइल से
pay-by-upi = UPI से, एक-एक करके
pay-unproven = खाता साबित करना बाकी
pay-no-account = खाता नहीं
pay-failed-why = { $date } को नाकाम: { $reason }
pay-unproven-what = बैंक से इस खाते में एक रुपया भेजें। बैंक जो नाम बताए उससे पता चलेगा कि खाता किसका है।
pay-no-account-what = बैंक की जानकारी नहीं है। "जमा माल" में कारीगर के पन्ने पर लिखें, या छोटी रकम नकद दें।
pay-asked-what = बैंक की जानकारी "जमा माल" में दूसरे व्यक्ति की मंज़ूरी पर है।
pay-cash-do = वाउचर पर नकद दें
pay-cash-over = एक दिन में नकद ज़्यादा से ज़्यादा { $limit }: यह उससे ज़्यादा है।
pay-upi-do = UPI से भुगतान करें
pay-file = { $count ->
    [one] { $count } भुगतान की बैंक फ़ाइल देखें
   *[other] { $count } भुगतानों की बैंक फ़ाइल देखें
}
pay-from = खाता { $account } से
pay-send = { $count ->
    [one] फ़ाइल बनाएँ, { $count } भुगतान भेजें
   *[other] फ़ाइल बनाएँ, { $count } भुगतान भेजें
}
pay-send-what = फ़ाइल यहीं लिखी जाएगी, बैंक को आप देंगे। पुष्टि से पहले कुछ भी दिया हुआ नहीं माना जाएगा।
pay-again-second = कुछ पहले नाकाम हुए थे: किसी और का PIN माँगा जाएगा।
pay-file-made = { $count } भुगतान, { $total }: बैंक फ़ाइल { $path } बन गई। इसे बैंक को दें।

file-title = बैंक फ़ाइल
file-name = फ़ाइल
file-count = भुगतान
file-total = कुल जोड़
file-hash = SHA-256
file-check = जाँचें
file-is-whole = जैसी बनी थी
file-is-edited = बदली गई
file-is-gone = नहीं है
file-of = { $count ->
    [one] { $count } भुगतान
   *[other] { $count } भुगतान
}, { $total } · { $at } · { $name }
file-whole = फ़ाइल { $path } वैसी ही है जैसी बनी थी। बैंक को दे सकते हैं।
files = बैंक को देने की फ़ाइलें

prove = खाता साबित करें
prove-what = बैंक के ऐप से इस खाते में एक रुपया भेजें। बैंक संदर्भ और खाते वाले का नाम बताएगा।
prove-reference = बैंक का संदर्भ
prove-name = नाम, जैसा बैंक लिखे
prove-second = नाम कम मिले तो किसी और का PIN माँगा जाएगा।
prove-do = दर्ज करें
prove-done = { $name } का खाता साबित हुआ, नाम { $like } मिलता है।

upi-pay = { $name } को UPI
upi-pay-what = मार्ट के बैंक ऐप से यह QR स्कैन करें, पैसा { $account } में जाएगा। फिर जो संदर्भ दिखे वह लिखें।
upi-pay-reference = UPI संदर्भ, 12 अंक
upi-pay-later = बाद में

cash-pay = { $name } को नकद
cash-pay-what = वाउचर बनेगा। नकद गिनकर दें, दस्तख़त लें, फिर पुष्टि करें।
cash-write = वाउचर बनाएँ
cash-voucher = वाउचर { $number } बन गया। नकद देकर दस्तख़त लें।
cash-signed = दस्तख़त हुए, नकद दिया

way-nothing = रास्ते में कुछ नहीं
way-nothing-what = जो भेजा गया वह बैंक की पुष्टि तक यहाँ रहता है।
way-rail = कैसे
way-sent = कब भेजा
way-write = पहुँचा, यह लिखें
way-arrived = पैसा पहुँच गया?
way-reference = बैंक का संदर्भ (UTR)
way-paid = बैंक की पर्ची पर रकम
way-confirm = पैसा पहुँचा
way-cash-what = वाउचर पर दस्तख़त हो जाएँ और नकद दे दें, तब पुष्टि करें।
way-code = UPI का QR फिर दिखाएँ
way-confirmed = { $name } को { $amount } पहुँच गए। उनके लिए संदेश रख लिया गया।
way-failed = { $name } का भुगतान नाकाम लिखा गया। "भुगतान" से दोबारा भेजें।

fail = पैसा नहीं पहुँचा
fail-what = "भुगतान" से दूसरे व्यक्ति के साथ दोबारा भेजा जा सकेगा।
fail-do = नाकाम लिखें

reply = बैंक का जवाब पढ़ें
reply-what = CSV फ़ाइल, जिसमें संदर्भ, रकम, UTR और स्थिति के खाने हों। सब लिया जाएगा या कुछ नहीं।
reply-choose = बैंक का जवाब चुनें, CSV
reply-drop = या यहाँ छोड़ें
reply-row = पंक्ति
reply-says = बैंक का कहना
reply-known = पहले से दर्ज
reply-total = पहुँचे, कुल
reply-faults = ग़लत पंक्तियाँ
reply-take = जवाब लें
reply-taken = जवाब लिया गया: { $paid } पहुँचे, { $total }; { $failed } नाकाम।
reply-fault-unknown-settlement = ऐसा हिसाब नहीं
reply-fault-not-sent = भेजा नहीं गया था
reply-fault-other-amount = रकम अलग है
reply-fault-not-an-amount = रकम नहीं है
reply-fault-reference-wrong = बैंक का संदर्भ नहीं
reply-fault-reference-used = संदर्भ पहले काम आया
reply-fault-reference-twice = संदर्भ फ़ाइल में दो बार
reply-fault-settlement-twice = हिसाब फ़ाइल में दो बार
reply-fault-unknown-status = स्थिति समझ में नहीं आई
reply-fault-formula = सूत्र है, मान नहीं

history-search = संख्या, नाम या गाँव…
history-none = अभी कोई हिसाब नहीं
history-none-what = जो हिसाब पक्का होता है वह हमेशा यहाँ रहता है।
history-state = कहाँ पहुँचा
history-confirmed = पहुँचे
history-sent = रास्ते में
history-failed = नाकाम
history-approved = मंज़ूर
history-posted = पक्के
history-withdrawn = वापस लिए
returned = बैंक ने पैसा लौटा दिया
returned-what = पुष्टि के बाद पैसा लौट आया। "भुगतान" से दूसरे व्यक्ति के साथ दोबारा भेजा जा सकेगा।

advance = अग्रिम दर्ज करें
advances-none = कोई अग्रिम नहीं
advances-none-what = आने वाले माल पर दिया पैसा यहाँ रहता है, और उसमें से कितना बाकी है।
advances-what = अग्रिम बैंक से, साबित खाते में दिया जाता है और दो व्यक्ति इसकी ज़िम्मेदारी लेते हैं। कटौती हिसाब से होती है।
advance-what = पहले बैंक से भेजें, फिर यहाँ लिखें; किसी और का PIN माँगा जाएगा।
advance-amount = रकम, रुपये
advance-repay = हर हिसाब से कटौती, %
advance-why = किस लिए
advance-do = दर्ज करें
advance-done = अग्रिम दर्ज हुआ।
advance-on = कब दिया
advance-repaid = कटा
advance-left = बाकी

settings-payout = कारीगरों का भुगतान
settings-office = कार्यालय का गल्ला
settings-office-what = उस एक गल्ले का कोड जो हिसाब और भुगतान करता है। ख़ाली: मार्ट का अकेला गल्ला।
settings-cash = एक कारीगर को एक दिन में नकद, रुपये
settings-cash-what = शून्य: नकद भुगतान नहीं। क़ानून की सीमा से ज़्यादा कभी नहीं।
settings-payer = मार्ट का खाता
settings-payer-now = भुगतान { $account } से होता है। नीचे ख़ाली छोड़ें तो यही रहेगा।
settings-payer-none = अभी खाता नहीं है: बैंक फ़ाइल नहीं बन सकती।
settings-account = खाता नंबर
settings-account-again = खाता नंबर दोबारा
settings-account-differ = दोनों नंबर एक से नहीं हैं।
settings-corporate = बैंक में मार्ट का नाम (corporate id)
settings-template = बैंक फ़ाइल का ढंग

paper-statement = पर्ची छापें
paper-bill = कमीशन बिल छापें
paper-credit = कमीशन का क्रेडिट नोट
paper-voucher = वाउचर छापें
paper-printing = { $number } छप रहा है।
paper-kept = पर्ची यहाँ सुरक्षित है: { $path }

home-due = कारीगरों को देने हैं
home-overdue = { $count ->
    [one] वादे से देर: { $count } कारीगर, { $amount }
   *[other] वादे से देर: { $count } कारीगर, { $amount }
}
home-in-time = किसी का वादा नहीं टूटा।
home-to-payout = भुगतान खोलें
home-income = कारीगरों की आमदनी, { $month }
home-makers = इस महीने सबसे आगे
home-today = आज की बिक्री
home-no-sale = आज अभी बिक्री नहीं हुई।
home-bar-day = { $of } तारीख़
home-bar-hour = { $of }:00
home-health = यह गल्ला
home-upi = बिना संदर्भ के UPI
home-upi-some = { $count } · { $amount }
home-upi-none = नहीं
home-copy = बैकअप
home-jobs = छपना बाकी
home-jobs-some = { $count ->
    [one] { $count } काग़ज़
   *[other] { $count } काग़ज़
}
home-jobs-none = नहीं
home-disk = डिस्क
home-disk-free = { $gigabytes } GB खाली
home-disk-full = सिर्फ़ { $gigabytes } GB खाली: जगह बनाएँ
home-journal = रिकॉर्ड
home-journal-size = { $entries ->
    [one] { $entries } प्रविष्टि
   *[other] { $entries } प्रविष्टियाँ
 } · { $megabytes } MB
