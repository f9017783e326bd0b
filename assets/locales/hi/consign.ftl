# Words of intake, consignors and the stock room, in Hindi. The same keys stand in ../en/consign.ftl.

screen-consign = जमा माल
screen-stock = भंडार
cancel = रहने दें
consignor = कारीगर
consignors-search = कारीगर का नाम, गाँव, ज़िला या शिल्प…
consignors-none = अभी कोई कारीगर नहीं है। F4 से पहला जोड़ें।
consignor-new = नया कारीगर
consignor-artisans = { $count ->
    [one] { $count } कारीगर
   *[other] { $count } कारीगर
}
consignor-left = माल नहीं लाते
consignor-leave = अब माल नहीं लाते
consignor-return = फिर माल लाएँगे
consignor-forget = इनकी जानकारी मिटाएँ
consignor-forget-sure = दोबारा दबाएँ: हमेशा के लिए मिटेगी
consignor-forgotten = कारीगर की जानकारी मिटा दी गई। हिसाब क़ानून के हिसाब से रहेगा, और पुराने बैकअप तब तक जब तक नए उनकी जगह न लें।
consignor-terms = { $mode }, मार्ट का हिस्सा { $commission }
consignor-no-terms = अनुबंध नहीं
consignor-here = { $kinds ->
    [0] माल नहीं
    [one] { $kinds } चीज़, { $here }
   *[other] { $kinds } चीज़ें, { $here }
}
consignor-name-hi = नाम हिन्दी में
consignor-name-en = नाम अंग्रेज़ी में
consignor-village-hi = गाँव हिन्दी में
consignor-village-en = गाँव अंग्रेज़ी में
consignor-craft-hi = शिल्प हिन्दी में
consignor-craft-en = शिल्प अंग्रेज़ी में
consignor-speaks-for = कितने कारीगरों की ओर से
consignor-identity = पहचान (बंद रखी जाती है)
consignor-mobile = मोबाइल
consignor-pehchan = पहचान कार्ड नंबर
consignor-aadhaar = आधार के आख़िरी चार अंक
consignor-category = सामाजिक वर्ग (चाहें तो)
consignor-consent = कारीगर को सूचना पढ़कर सुनाई गई और वे यह जानकारी रखने पर सहमत हैं
consignor-agreed = { $on } को सहमति दी
consignor-saved = कारीगर की जानकारी सुरक्षित हुई।

# What a consignor agrees to, read to them (DPDP Act 2023 s.5): other words are another version in
# domain::consignor::CONSENT.
consignor-notice-title = सूचना, पढ़कर सुनाएँ
consignor-notice = यह मार्ट आपका नाम, गाँव, शिल्प, फ़ोटो, मोबाइल और बैंक खाता या UPI पता रखता है; आप चाहें तो पहचान कार्ड नंबर, PAN, आधार के आख़िरी चार अंक और सामाजिक वर्ग भी। पूरा आधार नंबर नहीं रखा जाता। यह इसलिए कि आप पहचाने जाएँ, आपके माल का हिसाब हो, पैसा सही खाते में पहुँचे और उसकी ख़बर आपको मिले, माल पर बनाने वाले का नाम लिखा जाए, कर का हिसाब क़ानून के मुताबिक रहे और योजना की रिपोर्ट बने; किसी और काम में यह नहीं लगेगा। आप जब चाहें मार्ट के प्रबंधक से कहकर या लिखकर अपनी जानकारी देख सकते हैं, ठीक करा या मिटवा सकते हैं, किसी को नामित कर सकते हैं और सहमति वापस ले सकते हैं; बस वह हिसाब रहेगा जो क़ानून रखवाता है। शिकायत मार्ट के प्रबंधक से करें; हल न मिले तो भारत के डेटा संरक्षण बोर्ड से कर सकते हैं।

agreement = अनुबंध
agreement-none = अभी कोई अनुबंध नहीं है। बिना अनुबंध माल जमा नहीं होता।
agreement-line = संख्या { $version }, { $from } से
agreement-fees = हर नग पर ख़र्च { $fee }
agreement-new = नया अनुबंध
agreement-save = यह अनुबंध करें
agreement-saved = अनुबंध बन गया। छापकर हस्ताक्षर लें।
agreement-mode = बिक्री किसके नाम से
agreement-commission = मार्ट का हिस्सा, %
agreement-bearer = छूट कौन सहेगा
agreement-fees-each = हर बिके नग पर ख़र्च, रुपये
agreement-loss = नुकसान में मार्ट का भाग, %
agreement-promise = भुगतान का वादा
agreement-ladder = न बिकने पर
supply-mode-a1 = A1: मार्ट के नाम से, हिस्सा दाम के भीतर
supply-mode-a2 = A2: मार्ट के नाम से, कमीशन पर
supply-mode-b = B: कारीगर के नाम से, कमीशन पर
bearer-shared = दोनों
bearer-mart = मार्ट
bearer-consignor = कारीगर
fee-packing = पैकिंग
fee-transport = ढुलाई
fee-handling = रख-रखाव
cause-breakage = टूट-फूट
cause-theft = चोरी
cause-transit = रास्ते में
cause-missing = गिनती में कमी
cause-found = मिल गया
promise-holding = इतने दिन रोकें
promise-payout = इतने दिन में भुगतान
promise-minimum = कम से कम, रुपये
promise-recovery = वसूली एक भुगतान का, %
step-remind = सूचना, दिन पर
step-markdown = कम दाम, दिन पर
step-give-back = वापसी, दिन पर
ladder-lower = कितना कम, %

bank = पैसा कहाँ जाए
bank-none = बैंक की जानकारी अभी नहीं है।
bank-new = बैंक लिखें
bank-change = बैंक बदलें
bank-holder = खाते में नाम
bank-account = खाता नंबर
bank-vpa = UPI पता (खाता न हो तो)
bank-again = खाता या UPI पता फिर से
bank-differ = दोनों बार एक जैसा नहीं है
bank-save = मंज़ूरी के लिए भेजें
bank-asked = अब कोई दूसरा इसे मंज़ूर करेगा।
bank-typed-by = { $name } ने { $on } को लिखा।
bank-second = अब कोई दूसरा इसे मंज़ूर कर सकता है।
bank-allow = मंज़ूर
bank-drop = नहीं चाहिए
bank-waits-flag = बैंक की मंज़ूरी बाकी

drafts-open = अधूरी पर्चियाँ
draft-start = माल जमा करें
draft-lines = { $count ->
    [one] { $count } चीज़
   *[other] { $count } चीज़ें
}
draft-saved = { $at } को सुरक्षित
draft-take = माल जमा करें
draft-drop = पर्चा फेंकें
draft-later = बाद में
draft-line-open = चीज़ खोलें
consignments-taken = जमा हुआ माल
note-number = पर्ची
note-date = तारीख़
brought = लाए
accepted = लिया
rejected = लौटाया
intake = जमा माल
intake-of = { $name } का माल
intake-hint = स्कैन करें, या नाम लिखें; *4 से पहले गिनती
intake-empty = पहली चीज़ स्कैन करें या उसका नाम लिखें।
intake-sum = कुल
asked-price = माँगा { $price }
asked-for-one = एक का माँगा दाम, रुपये
rejected-why = लौटाए { $rejected }: { $reason }
reject-reason = क्यों नहीं लिया
reject-colour = रंग उड़ा है
reject-size = नाप ठीक नहीं
reject-broken = टूटा है
reject-make = बनावट ठीक नहीं
reject-unsold = यह यहाँ नहीं बिकता
pieces-are-unique = हर नग अलग है, अपना टैग मिले
pieces-unique = { $count ->
    [one] { $count } अलग नग
   *[other] { $count } अलग नग
}
pieces-which = कौन-से नग
piece-note = क्या पहचान
piece-note-of = नग { $number } की पहचान
piece-price = दाम
piece-price-of = नग { $number } का दाम
piece-mark = हथकरघा या सिल्क मार्क संख्या
piece-mark-of = नग { $number } की हथकरघा या सिल्क मार्क संख्या
piece-marked = मार्क { $number }
photo-or-paste = तस्वीर (या चिपकाएँ: Ctrl+V)
recount-start = दोबारा गिनवाएँ
recount-title = दोबारा गिनती
recount-what = पहली गिनती देखे बिना गिनें।
recount-drop = गिनती छोड़ें
recount-differed = { $name }: पहले { $first }, फिर { $again }
recount-gone = { $name }: पहले { $first }, फिर { $again }; अब पर्चे में नहीं
recount-given-up = बीच में छोड़ी: { $reason }
give-up-what = दोबारा गिनती हुई, उसमें क्या निकला और क्यों छोड़ी, यह सब लिखा रहेगा।
give-up-why = क्यों
recount-found = दोबारा { $again }
recount-done = दोबारा गिना गया
consignment-done = जमा पर्ची { $number }
consignment-done-what = { $name } का माल जमा हुआ: { $accepted }।
consignment-note-printing = दो प्रतियाँ छप रही हैं: एक कारीगर की, एक मार्ट की।
consignment-tags = { $count ->
    [one] { $count } नग को टैग मिला।
   *[other] { $count } नगों को टैग मिले।
}
tags-print = टैग बनाएँ
tags-made = { $labels ->
    [one] { $labels } टैग यहाँ बना
   *[other] { $labels } टैग यहाँ बने
 }: { $path }
slip-print = छापें
consignor-notes = पर्चियाँ
slip-save-of = { $number } PDF में सहेजें
slip-print-of = { $number } छापें
slip-printing = पर्ची छप रही है।

stock-owner = किसका माल
stock-owner-all = सबका माल
stock-owner-mart = मार्ट का
stock-filter-here = यहाँ है
stock-filter-ageing = पुराना
stock-filter-negative = शून्य से कम
stock-filter-lost = कमी
stock-filter-all = सब
stock-days = { $days } दिन से
stock-received = आया
stock-sold = बिका
stock-given = वापस किया
stock-lost = कमी
stock-here = यहाँ
stock-age = सबसे पुराना
stock-moves = आना-जाना
move-in = आया
move-given = वापस किया
move-lost = कमी
piece-here = यहाँ
piece-sold = बिका
piece-broken = टूटा लौटा
piece-given = वापस किया
piece-lost = कमी में
give-back = माल वापस करें
give-back-title = { $name } को माल वापस
give-back-why = क्यों
give-back-do = वापस करें और पर्ची छापें
given-back-done = माल वापस हुआ, पर्ची { $number }।
adjust = सही करें
adjust-title = भंडार सही करें
adjust-cause = कारण
adjust-note = क्या हुआ
adjust-worth = कारीगर के लिए क़ीमत
adjust-borne = मार्ट का भाग
adjust-compensation = कारीगर को देना
adjust-after = उसके बाद यहाँ
adjust-do = सही करें
adjusted-done = भंडार सही हुआ।
unsold = नहीं बिका
unsold-told = बता दिया
unsold-yes = सहमत हैं
unsold-no = सहमत नहीं
unsold-done = लिख लिया; संदेश भेजने को रखा है।
unsold-agreed = कारीगर की सहमति लिखी जा चुकी है।
how-phone = फ़ोन पर
how-person = यहाँ आकर
how-letter = चिट्ठी से
step-remind-flag = सूचना दें
step-markdown-flag = दाम घटाएँ
step-give-back-flag = वापस करें
step-remind-ask = { $days } दिन से है। कारीगर को बताएँ।
step-markdown-ask = { $days } दिन से है। क्या कारीगर { $price } पर सहमत हैं?
step-give-back-ask = { $days } दिन से है। क्या कारीगर वापस लेंगे?

count = गिनती
count-new = नई गिनती
count-how = दुकान चलती रहे, गिनती भी। जो दिखे स्कैन करें; क्या होना चाहिए, वह बाद में दिखेगा।
count-all = सारा माल
count-start = गिनना शुरू करें
count-go-on = { $name } की गिनती आगे बढ़ाएँ ({ $at }, { $scans } स्कैन)
count-began = { $name }, { $at } से
count-hint = स्कैन करें या कोड लिखें; कई हों तो *12 से पहले
count-scans = { $count ->
    [one] { $count } स्कैन
   *[other] { $count } स्कैन
}
count-empty = पहला नग स्कैन करें।
count-review = मिलाएँ
count-drop = गिनती फेंकें
count-right = { $count ->
    [one] { $count } चीज़ ठीक है।
   *[other] { $count } चीज़ें ठीक हैं।
}
count-differ = { $count ->
    [0] कोई अंतर नहीं।
    [one] { $count } में अंतर है।
   *[other] { $count } में अंतर है।
}
count-owed = कारीगरों को { $paise } देना होगा।
count-of = { $expected } में से { $counted }
count-unseen = एक भी नहीं दिखा
count-anew = फिर से गिनें
count-note = इस गिनती पर टिप्पणी
count-close = गिनती बंद करें
count-on = गिनते रहें
count-closed = गिनती बंद हुई और भंडार सही हुआ।
count-close-sure = { $count ->
    [one] हाँ, { $count } चीज़ गुम लिखें
   *[other] हाँ, { $count } चीज़ें गुम लिखें
}
consignor-gi-user = GI अधिकृत उपयोगकर्ता संख्या (हो तो)
list-saved = सूची यहाँ लिखी गई: { $path }

screen-home = मार्ट का हाल
home-quiet = आज कुछ बाकी नहीं। सब ठीक है।
home-negative = शून्य से कम: { $count } — गिनें या आमद लिखें
home-low = ख़त्म होने को: { $count }
home-remind = कारीगर को बताएँ: { $count }
home-markdown = कम दाम पर पूछें: { $count }
home-give-back = वापस करें: { $count }
home-to-stock = भंडार खोलें
home-to-items = सामान खोलें
home-drafts = { $count ->
    [one] { $count } अधूरी जमा पर्ची
   *[other] { $count } अधूरी जमा पर्चियाँ
}
home-banks = { $count ->
    [one] { $count } बैंक मंज़ूरी बाकी
   *[other] { $count } बैंक मंज़ूरियाँ बाकी
}
home-counts = { $count ->
    [one] { $count } गिनती चल रही है
   *[other] { $count } गिनतियाँ चल रही हैं
}
piece-of = नग { $code }: { $state }
pieces-here = अलग नग

purchase = ख़रीद
purchase-take = बिल चढ़ाएँ
purchase-invoice = बिल संख्या
purchase-total = बिल का कुल, रुपये
purchase-contract = पूरे ठेके की रकम, रुपये (हो तो)
purchase-cost = बिना कर, रुपये
purchase-deducted = GST TDS काटा
purchase-owed = देना है
purchase-empty = चीज़ स्कैन करें या उसका नाम लिखें।
purchase-done = बिल { $invoice } चढ़ गया; माल मार्ट का अपना है।
purchases-last = पिछली ख़रीद
vendor = विक्रेता
vendor-new = नया विक्रेता
vendor-address = पता
stock-many = { $count } से ज़्यादा चीज़ें

transfers = दूसरे मार्ट
transfers-none = अभी कोई माल दूसरे मार्ट को न गया है, न आया है।
transfer-send = माल भेजें
transfer-take = आया माल लें
transfer-on-the-way = रास्ते में
transfer-settled = हिसाब हुआ
transfer-taken = यहाँ लिया
transfer-to = किस मार्ट को
transfer-new-mart = नया मार्ट
transfer-code = मार्ट का कोड (बिल के पहले तीन अक्षर)
transfer-name-hi = मार्ट और शहर (हिंदी)
transfer-name-en = मार्ट और शहर (अंग्रेज़ी)
transfer-address-hi = पता (हिंदी)
transfer-address-en = पता (अंग्रेज़ी)
transfer-note = गाड़ी, ले जाने वाला
transfer-empty = चीज़ या नग स्कैन करें, या नाम लिखें।
transfer-here = यहाँ { $here }
transfer-do = भेजें और चालान छापें
transfer-sent = चालान { $number }: माल रास्ते में है। फ़ाइल यहाँ है: { $path }
transfer-file = फ़ाइल लिखें
transfer-file-saved = फ़ाइल यहाँ लिखी गई: { $path }
transfer-answer = जवाब की फ़ाइल लें
transfer-choose = दूसरे मार्ट की फ़ाइल चुनें, या चालान का QR स्कैन करें
transfer-signed = { $till } ने दस्तख़त किए
transfer-unknown-key = इस गल्ले की चाबी पहली बार आई है: { $key }। भेजने वाले से फ़ोन पर मिलाएँ; प्रबंधक का PIN लगेगा।
transfer-known-key = चाबी पहचानी हुई है।
transfer-count = पहले गिनें: कितना भेजा गया, यह सब गिनने के बाद दिखेगा।
transfer-counted = सही हालत में आए
transfer-tags = नग स्कैन करें
transfer-new-item = नई चीज़ बनेगी
transfer-new-owner = नया कारीगर बनेगा
transfer-of = { $sent } में से { $short } कम
transfer-all-here = पूरा आया
transfer-short-note = क्या कम या टूटा मिला
transfer-in-do = माल अंदर लें
transfer-taken-before = यह माल पहले ही लिया जा चुका है।
transfer-taken-done = माल अंदर हुआ। जवाब की फ़ाइल यहाँ है: { $path }। इसे भेजने वाले को दें।
transfer-settle = हिसाब करें
transfer-arrived = वहाँ पहुँचा
transfer-back = वापस आया
transfer-lost = रास्ते में कमी
transfer-owed = कारीगर को देना है
transfer-why = कैसे पता चला
transfer-answered = { $till } का जवाब: { $note }
transfer-settled-done = चालान { $number } का हिसाब हो गया।
transfer-value = मूल्य
stock-transit = रास्ते में
stock-sent = दूसरे मार्ट को
move-transit = रास्ते में
move-sent = दूसरे मार्ट को
piece-transit = रास्ते में
piece-sent = दूसरे मार्ट को गया
agreement-others = कुछ सामान पर अलग हिस्सा
agreement-other-category = किस तरह के सामान पर
agreement-other-item = किस चीज़ पर
agreement-share-of = { $goods } पर मार्ट का हिस्सा, %
piece-photo-of = नग { $number } की फ़ोटो
stock-filter-reorder = मँगाना है
stock-sold-lately = 30 दिन में बिका { $sold } · सीमा { $level }
item-reorder = इतना बचने पर मँगाएँ
list-owed = देना है { $owed }
stock-owed = कमी पर कारीगरों को देना: { $owed }
stock-lost-row = कमी { $lost }, देना { $owed }
list-reorder = { $level } बचने पर मँगाएँ
list-search = खोजा गया
list-sold-lately = 30 दिन में बिका { $sold }
consignor-members = समूह के कारीगर (नाम से)
consignor-member-new = एक और नाम
made-by = किसने बनाया
made-by-of = नग { $number } किसने बनाया
approval = पसंद पर माल
approval-take = पसंद पर माल लें
approval-challan = विक्रेता का चालान
approval-what = बिकने या बिल आने तक माल विक्रेता का है। चालान के छह महीने बाद बिल के बिना नहीं बिकेगा (CGST धारा 31(7))।
approval-none = अभी किसी विक्रेता का माल पसंद पर नहीं है।
approval-no-vendor = पहले ख़रीद में विक्रेता जोड़ें।
approval-taken = चालान { $challan } का माल पसंद पर रखा गया।
approval-returned = माल लौटा, चालान { $number } छप रहा है।
approval-return-do = लौटाएँ और चालान छापें
approval-due = { $due } का बिल बाकी
approval-fresh = { $days } दिन
approval-alarm = { $days } दिन: बिल मँगाएँ या लौटाएँ
approval-over = { $days } दिन: बिल के बिना नहीं बिकेगा
purchase-approved = यह बिल पसंद पर आए माल का है
home-approvals = पसंद का माल, समय पूरा: { $count }
home-on-the-way = दूसरे मार्ट के रास्ते में: { $count }
