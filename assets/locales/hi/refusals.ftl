# What was refused or broke, in Hindi: क्या हुआ, क्या सुरक्षित है, क्या करें। The same keys stand in ../en/refusals.ftl.

refusal-amount-out-of-range = यह रकम ठीक नहीं है। फिर से लिखें।
refusal-approval-needed = इसके लिए प्रबंधक की मंज़ूरी चाहिए।
refusal-basket-changed = दाम या चीज़ें बदल गई हैं। नया कुल देखकर फिर से भुगतान लें।
refusal-basket-empty = बिक्री में कोई चीज़ नहीं है। पहले स्कैन करें।
refusal-buyer-name-needed = { $limit } रुपये या ज़्यादा के माल पर ग्राहक का नाम, पता और राज्य लिखना क़ानून से ज़रूरी है।
refusal-registered-buyer-needed = GSTIN वाले बिल पर ख़रीदार का नाम और पता चाहिए।
refusal-buyer-pan-needed = { $limit } रुपये से बड़े बिल पर PAN या घोषणा ज़रूरी है।
refusal-card-reference-missing = कार्ड मशीन की पर्ची का नंबर लिखें।
refusal-cash-over-limit = एक ग्राहक से एक बिल पर या एक दिन में { $limit } रुपये या ज़्यादा नकद लेना क़ानून में मना है। UPI या कार्ड से लें।
refusal-clock-not-jumped = घड़ी ठीक है। कुछ करना नहीं है।
refusal-credit-note-empty = { $holder ->
    [none] { $number } पर कोई पैसा नहीं रखा गया।
   *[other] { $number } पर कोई पैसा नहीं रखा गया। इस वापसी का सारा पैसा { $holder } पर है: वही नंबर लिखें।
}
refusal-credit-note-short = { $number } में { $left } रुपये ही बचे हैं।
refusal-credit-note-used = { $number } पूरा ख़र्च हो चुका है।
refusal-dead-zone-price = यह दाम GST की दो दरों के बीच फँसता है। दाम { $low } या कम, अथवा { $high } या ज़्यादा रखें।
refusal-discount-over-amount = छूट { $amount } से ज़्यादा नहीं हो सकती।
refusal-discount-over-left = इतना घटाने पर दाम { $amount } रह जाएगा और दी हुई छूट उससे ज़्यादा होगी। पहले F2 से छूट घटाएँ, या Del से चीज़ हटाएँ।
refusal-discount-over-limit = आप { $limit } तक छूट दे सकते हैं। ज़्यादा छूट के लिए प्रबंधक को बुलाएँ।
refusal-import-changed = देखने के बाद सामान या दाम बदल गए हैं। कुछ नहीं चढ़ा। फ़ाइल फिर से देखें।
refusal-import-columns = इस फ़ाइल के खाने ठीक नहीं हैं। नहीं मिले: { $missing }। समझ में नहीं आए: { $unknown }। कुछ नहीं चढ़ा। पहली पंक्ति ठीक करें।
refusal-import-refused = { $rows ->
    [one] { $rows } पंक्ति ग़लत है
   *[other] { $rows } पंक्तियाँ ग़लत हैं
 }, इसलिए कुछ नहीं चढ़ा। उन्हें ठीक करके फ़ाइल फिर से चुनें।
refusal-import-too-long = एक फ़ाइल में { $limit } पंक्तियों तक चलती हैं। कुछ नहीं चढ़ा। छोटी फ़ाइलें बनाएँ।
refusal-gstin-of-vendor = यह GSTIN विक्रेता { $name } का है। मार्ट का अपना लिखें।
refusal-held-full = { $most } बिक्रियाँ पहले से रोकी हुई हैं। पहले एक पूरी करें।
refusal-invoice-mismatch = यह बिल { $total } का बनता है। लिखा हुआ कुल या कोई पंक्ति ठीक करें।
refusal-challan-taken = इस विक्रेता का चालान { $challan } इस वित्तीय वर्ष में पहले से चढ़ा हुआ है।
refusal-own-gstin = यह मार्ट का अपना GSTIN है। सामने वाले का GSTIN लिखें।
refusal-invoice-taken = इस विक्रेता का बिल { $invoice } इस वित्तीय वर्ष में पहले से चढ़ा हुआ है।
refusal-invalid-input = यह समझ में नहीं आया: { $what ->
    [aadhaar_last4] आधार के आख़िरी चार अंक
    [account] खाता
    [account_number] खाता संख्या
    [address] पता
    [again] दोबारा लिखी संख्या
    [agreed] मंज़ूरी
    [artisans] कारीगरों की गिनती
    [asked] माँगा दाम
    [barcode] बारकोड (अंग्रेज़ी अक्षर और अंक, 40 तक)
    [basket] टोकरी
    [best_before] कब तक अच्छा (महीना-साल, पैक के महीने से पहले का नहीं)
    [cash_paise] नकद की सीमा
    [category] वर्ग
    [certificate] प्रमाणपत्र
    [challan] चालान संख्या
    [challan_date] चालान की तारीख़
    [code] कोड
    [commission_bp] कमीशन
    [commission_of] किस पर कितना कमीशन
    [consent] सहमति
    [consignor] कारीगर
    [corporate_id] बैंक की कंपनी पहचान
    [count] गिनती
    [count_or_amount] गिनती या रकम, दोनों में से एक
    [craft] शिल्प
    [db] --db
    [delimiter] खानों के बीच का चिह्न
    [delivery] माल पहुँचाने का पता
    [discount_limits] छूट की सीमा
    [district] ज़िला
    [drawer] दराज़
    [email] ई-मेल
    [fees] शुल्क
    [file_too_long] फ़ाइल (बहुत लंबी है)
    [folder] फ़ोल्डर
    [form] काग़ज़ की क़िस्म
    [from] कहाँ से
    [gi_name] GI का नाम
    [gi_number] GI आवेदन संख्या
    [gi_user] GI अधिकृत उपयोगकर्ता संख्या
    [gstin_check] { gstin-check }
    [gstin_length] { gstin-length }
    [gstin_letters] { gstin-letters }
    [holder] खाताधारक का नाम (अंग्रेज़ी अक्षर)
    [how] कैसे बताया
    [hsn] HSN (2 से 8 अंक)
    [hsn_digits] HSN के अंक
    [id] पहचान (छोटे अंग्रेज़ी अक्षर और अंक)
    [ifsc] IFSC (11 अक्षर)
    [includes_tax] कर सहित दाम
    [invoice] बिल संख्या
    [invoice_date] बिल की तारीख़
    [item_twice] वही सामान दो बार
    [ladder] न बिके सामान के दिन
    [limits] सीमाएँ
    [lines] सामान की सूची
    [logo_base64] लोगो की तस्वीर (PNG)
    [made_by] किसने बनाया
    [maker] कारीगर का नाम
    [mark] मार्क संख्या
    [mart] मार्ट
    [mcc] UPI की दुकान-श्रेणी (चार अंक)
    [members] सदस्यों के नाम
    [mobile] मोबाइल नंबर (दस अंक)
    [name] नाम
    [name_at_bank] बैंक में नाम
    [net] एक में कितना: मात्रा और इकाई दोनों
    [note] टिप्पणी
    [number] संख्या
    [numbers] संख्याएँ
    [of] किसका भुगतान
    [office_till] कार्यालय का गल्ला
    [owner] किसका माल
    [packed] पैक का महीना (जैसे 11-2026, आगे का नहीं)
    [page] पन्ना
    [pan] PAN (AAAAA9999A)
    [parent] किसका रूप
    [payer] भुगतान करने वाला खाता
    [pehchan] पहचान कार्ड संख्या
    [person] ग्राहक
    [phone] फ़ोन
    [pin] PIN (छह अंक, आसान नहीं)
    [place] जगह
    [price] दाम
    [price_from] दाम कब से (आज से पहले का नहीं)
    [printer] प्रिंटर
    [promise] भुगतान का वादा (दिन)
    [rail] भुगतान का तरीक़ा
    [rate_bp] कर की दर
    [rate_class] कर वर्ग या दर
    [reason] कारण
    [reference] संदर्भ संख्या
    [reorder_milli] और मँगाने की सीमा
    [repay_bps] वापसी का हिस्सा
    [return_days_cashier] वापसी के दिन
    [return_limit_cashier_paise] वापसी की सीमा
    [settlement_twice] वही हिसाब दो बार
    [sez] SEZ
    [skip] पहले से लगे लेबल
    [sku] SKU (40 अक्षर तक)
    [sku_or_barcode] SKU या बारकोड (किसी और सामान का है)
    [state] राज्य
    [statement] विवरण
    [step] क़दम
    [template] बैंक फ़ाइल का नमूना
    [there_is_a_till] यहाँ पहले से एक गल्ला है
    [till_code] गल्ले का कोड
    [taker] जिन्हें सौंपना है (कोई और हो)
    [to] कहाँ
    [unit] इकाई
    [upi] UPI
    [upi_name] UPI पर नाम
    [variant] रूप
    [vendor] विक्रेता
    [version] संस्करण
    [village] गाँव
    [vpa] UPI पता (नाम@बैंक)
    [width_mm] काग़ज़ की चौड़ाई
    [year] साल
   *[other] { $what }
}। ठीक करके फिर से करें।
gstin-check = GSTIN: आख़िरी अक्षर बाक़ी से मेल नहीं खाता, यानी कोई एक अक्षर ग़लत लिखा है
gstin-length = GSTIN: इसमें पूरे 15 अक्षर होते हैं, न कम न ज़्यादा
gstin-letters = GSTIN: अंक की जगह अक्षर या अक्षर की जगह अंक लिखा है (जैसे 09ABCDE1234F1Z5)
refusal-item-not-for-sale = { $name } अभी बिक्री के लिए नहीं है। प्रबंधक से दाम और अनुबंध देखने को कहें।
refusal-days-reversed = पहला दिन आख़िरी दिन के बाद है। कुछ नहीं बदला। दिन फिर चुनें।
refusal-money-goes-elsewhere = पैसा इस रास्ते नहीं जा सकता। दूसरा खाता चुनें।
refusal-money-over-owed = वहाँ सिर्फ़ { $owed } देय है। रक़म सुधारें।
refusal-money-short = बही से वहाँ सिर्फ़ { $left } है। रक़म सुधारें, या पहले वह लिखें जो डाला गया।
refusal-money-taken-back = यह पहले ही वापस लिया जा चुका है। कुछ नहीं बदला।
refusal-one-year-at-a-time = तलपट एक वित्तीय वर्ष का होता है, 1 अप्रैल से 31 मार्च तक। एक ही साल के दिन चुनें।
refusal-labels-over = ये { $labels } लेबल हैं; एक बार में { $limit } तक बनते हैं। कई बार में बनाएँ: “लेबल” में सामान और गिनती चुनकर।
refusal-mart-exists = इस कंप्यूटर पर गल्ला पहले से बना है। कुछ नहीं बदला।
refusal-memo-to-other-state = कारीगर के नाम से बिकने वाला माल दूसरे राज्य के ग्राहक को नहीं बेच सकते।
refusal-memo-to-registered = कारीगर के नाम से बिकने वाले माल पर GSTIN वाला बिल नहीं बनता। उसे अलग बेचें।
refusal-mixed-price-discount = इस बिल में कर सहित और कर बिना दाम मिले हैं। छूट एक-एक चीज़ पर दें।
refusal-no-camera = इस कंप्यूटर पर कैमरे का कोई प्रोग्राम नहीं मिला। कैमरा प्रोग्राम (जैसे Cheese) लगवाएँ, या तस्वीर फ़ाइल से दें।
refusal-no-glyph = यह चिह्न छप नहीं सकता: { $letter }। उसे हटाकर हिन्दी या अंग्रेज़ी अक्षर लिखें।
refusal-no-good-copy = कोई पूरा बैकअप नहीं मिला। फ़ाइल को न छेड़ें और मदद बुलाएँ।
refusal-no-open-shift = शिफ़्ट खुली नहीं है। पहले शिफ़्ट शुरू करें।
refusal-no-printer = इसके लिए कोई प्रिंटर नहीं चुना गया है। प्रबंधक छपाई में चुन सकते हैं।
refusal-no-rate = { $date } को { $class } की GST दर नहीं मिली। प्रबंधक को बताएँ।
refusal-non-cash-over-due = UPI और कार्ड मिलाकर { $due } से ज़्यादा नहीं ले सकते।
refusal-not-a-csv = यह फ़ाइल CSV तालिका नहीं है। तालिका के प्रोग्राम में “Save as” से “CSV” चुनें।
refusal-not-a-manager = यह प्रबंधक का काम है।
refusal-not-a-picture = यह फ़ाइल तस्वीर नहीं है। JPEG या PNG चुनें।
refusal-not-allowed = { $role ->
    [cashier] यह काम कैशियर के ज़िम्मे नहीं है।
    [storekeeper] यह काम भंडारी के ज़िम्मे नहीं है।
    [approver] यह काम मंज़ूरी देने वाले के ज़िम्मे नहीं है।
   *[other] यह काम प्रबंधक के ज़िम्मे नहीं है।
}
refusal-not-signed-in = पहले अपना नाम चुनें और PIN डालें।
refusal-note-not-taken = { $note } का नोट यह मार्ट नहीं लेता। उसे अलग रखें और बाकी गिनें।
refusal-nothing-held = कोई बिक्री रोकी हुई नहीं है।
refusal-nothing-sold-yet = अभी कोई बिल नहीं बना है।
refusal-nothing-to-tag = इसमें से कुछ नहीं लिया गया, इसलिए टैग नहीं बनेंगे।
refusal-nothing-to-undo = वापस लेने को कुछ नहीं है।
refusal-drop-over-limit = आप एक बार में { $limit } तक तिजोरी में रख सकते हैं। ज़्यादा के लिए प्रबंधक को बुलाएँ।
refusal-paid-out-over-limit = आप { $limit } तक ख़र्च दे सकते हैं। ज़्यादा के लिए प्रबंधक को बुलाएँ।
refusal-picture-too-large = तस्वीर बहुत बड़ी है। { $limit } तक की चुनें।
refusal-pin-locked = बहुत बार ग़लत PIN। { $seconds } सेकंड रुककर फिर से करें।
refusal-price-above-mrp = MRP { $mrp } से ज़्यादा में कुछ नहीं बिकता। इतना या इससे कम दाम रखें।
refusal-principal-name-off = यहाँ कारीगर के अपने नाम से माल नहीं बेच सकते। प्रबंधक इसे सेटिंग में चालू कर सकते हैं।
refusal-pin-needs-manager = बहुत बार ग़लत PIN। अब प्रबंधक ही खोल सकते हैं।
refusal-pin-trivial = यह PIN कोई भी बूझ लेगा। 123456 या 000000 जैसा PIN न रखें।
refusal-quantity-out-of-range = मात्रा ठीक नहीं है। 0 से ज़्यादा और { $max } तक लिखें।
refusal-recovery-code-wrong = बचाव कोड ग़लत है। { $left } बार और कोशिश कर सकते हैं।
refusal-refund-mismatch = वापसी के पैसे { $refund } रुपये बनते हैं। भुगतान के तरीक़े उतने ही जोड़ें।
refusal-return-empty = पहले चुनें कि क्या वापस आया है।
refusal-return-over-sold = इस चीज़ में से { $left } ही वापस हो सकते हैं।
refusal-sale-returned = बिल { $number } की चीज़ें पहले वापस आ चुकी हैं, इसलिए वह रद्द नहीं होगा। बाकी चीज़ें वापसी में लें।
refusal-nothing-left-of-bill = बिल { $number } का कारीगरों वाला सारा माल वापस आ गया, इसलिए प्रमाणपत्र नहीं छपा।
refusal-sale-voided = बिल { $number } रद्द हो चुका है। अब उस पर कुछ नहीं हो सकता।
refusal-screen-locked = गल्ला बंद रखा है। पहले अपना PIN डालें।
refusal-shift-open-already = शिफ़्ट { $number } पहले से खुली है। उसे खोलने वाले या प्रबंधक उसे बंद करें।
refusal-tender-short = पैसे कम हैं: { $due } में से { $paid } मिले।
refusal-too-many-rows = यह { $limit } पंक्तियों से ज़्यादा है, काग़ज़ के लिए बहुत। कम दिन चुनें, या CSV में रखें।
refusal-unknown-barcode = { $code } नाम की कोई चीज़ नहीं मिली। जो था वैसा ही है। नाम से खोजें।
refusal-unknown-bill = बिल { $number } इस गल्ले का नहीं है।
refusal-unknown-command = यह काम यह गल्ला नहीं जानता: { $name }।
refusal-unknown-consignor = कारीगर { $id } नहीं मिला।
refusal-unknown-copy = यह बैकअप नहीं मिला।
refusal-unknown-credit-note = नंबर { $number } से इस गल्ले पर कुछ वापस नहीं आया। नंबर फिर से देखें।
refusal-unknown-item = यह चीज़ नहीं मिली।
refusal-unknown-line = यह चीज़ बिक्री में नहीं है।
refusal-unknown-operator = यह कर्मचारी नहीं मिला।
refusal-upi-not-open = इस UPI भुगतान पर अब कुछ बाकी नहीं है।
refusal-unknown-shift = शिफ़्ट { $number } इस गल्ले की नहीं है।
refusal-upi-over-limit = UPI से एक बार में { $limit } तक ही ले सकते हैं। बाँटकर लें या कार्ड से लें।
refusal-upi-reference-wrong = UPI का नंबर 12 अंकों का होता है। देखकर फिर से लिखें।
refusal-void-after-shift = बिल { $number } पिछली शिफ़्ट का है, रद्द नहीं होगा। वापसी में लें।
refusal-wrong-pin = PIN ग़लत है। { $left } बार और कोशिश कर सकते हैं।
refusal-aadhaar-not-taken = आधार नंबर यहाँ नहीं रखा जाता। उसे मिटाएँ; सिर्फ़ आख़िरी चार अंक अपने खाने में लिख सकते हैं।
refusal-agreed-already = { $name } के इस माल के लिए कारीगर की सहमति पहले ही लिखी जा चुकी है।
refusal-agreement-far = अनुबंध { $first } से { $last } के बीच के किसी दिन से शुरू हो सकता है। साल देख लें।
refusal-agreement-for-day = { $date } से इस कारीगर का अनुबंध पहले से है। नया अनुबंध उसके बाद के दिन से शुरू करें।
refusal-bank-changed = बैंक की यह जानकारी अब इंतज़ार में नहीं है। पर्चा फिर से खोलें।
refusal-bank-waits = बैंक की जानकारी बदलने पर एक दिन रुकना होता है। { $hours ->
    [one] { $hours } घंटा और बाकी है
   *[other] { $hours } घंटे और बाकी हैं
 }।
refusal-consignment-empty = अभी कोई चीज़ नहीं लिखी गई है। पहले माल लिखें।
refusal-count-differs = दोबारा गिनती { $lines ->
    [one] { $lines } चीज़ में अलग है। उसे
   *[other] { $lines } चीज़ों में अलग है। उन्हें
 } साथ देखकर सही संख्या लिखें, या सब कुछ फिर से गिनवाएँ।
refusal-count-goes-on = दोबारा गिनती चल रही है। पहले उसे पूरा करें या छोड़ें।
refusal-count-overlaps = इसी माल की एक गिनती पहले से चल रही है। पहले उसे पूरा करें या हटाएँ।
refusal-count-unclear = { $name } की गिनती के बीच उसकी बिक्री या आमद हुई, या भंडार ठीक किया गया। उसे फिर से गिनें।
refusal-recount-of-other = दोबारा गिनती { $name } कर रहे हैं। वही पूरी करें, या कारण लिखकर छोड़ें और नई शुरू करें।
refusal-never-brought = { $name } यह सामान ({ $item }) कभी नहीं लाए, या आज उनका अनुबंध नहीं है। इसे उनके जमा माल में लिखें।
refusal-recount-over = दोनों गिनतियाँ दिख चुकी हैं और अब रहेंगी। सही संख्या चीज़ में लिखें, या सब कुछ फिर से गिनवाएँ।
refusal-consignor-open = { $name } की जानकारी अभी नहीं मिट सकती: { $what ->
    [goods] उनका माल यहाँ है। पहले उसे वापस करें।
    [transit] उनका माल दूसरे मार्ट के रास्ते में है। पहले उसका हिसाब पूरा करें।
    [draft] उनके माल का पर्चा खुला है। पहले माल लें या पर्चा फेंकें।
    [count] गिनती चल रही है। पहले उसे पूरा करें।
    [settlement] उनके एक हिसाब का भुगतान बाकी है। पहले भुगतान करें।
    [advance] उनका अग्रिम बाकी है। पहले उसे चुकता करें।
    [returns] ग्राहक उनका माल अभी वापस ला सकते हैं। वापसी के दिन पूरे होने दें।
   *[due] उनसे लेन-देन बाकी है। पहले हिसाब करें।
}
refusal-consignor-left = { $name } अब मार्ट को माल नहीं देते: उनका नया माल नहीं लिया जाता।
refusal-unit-unfit = { $name } अभी { $here } है: यह माप इसमें नहीं बैठता। पहले बचा टुकड़ा निकालें।
refusal-card-taken = यह पहचान कार्ड { $name } के नाम पर पहले से है।
refusal-mobile-taken = यह मोबाइल { $name } के नाम पर पहले से है।
refusal-no-price = { $name } का दाम तय नहीं है। पहले दाम लिखें, तब पता चलेगा कि कितना देना है।
refusal-no-agreement = { $name } से आज का कोई अनुबंध नहीं है। पहले अनुबंध बनाएँ।
refusal-not-counted = { $name } इस गिनती में नहीं है। उसे अलग रखें।
refusal-piece-gone = नग { $code } यहाँ नहीं है: { $state ->
    [sold] बिक चुका है
    [broken] टूटा हुआ लौटा था
    [given] कारीगर को वापस किया गया
    [lost] गुम लिखा है
    [transit] दूसरे मार्ट के रास्ते में है
    [sent] दूसरे मार्ट को गया
   *[other] यहीं है
}।
refusal-piece-is-one = अलग पहचान वाला नग एक ही होता है।
refusal-piece-twice = नग { $code } पहले से इसमें है।
refusal-others-at-this-price = { $owner } का { $name } भी इसी दाम पर यहाँ है। एक कारीगर की सहमति से दूसरे का दाम नहीं घटता: पहले इस माल को अपना अलग कोड दें।
refusal-quantity-whole = यह सामान गिना जाता है: { $quantity } नहीं, पूरी गिनती लिखें।
refusal-pieces-mismatch = { $pieces } नग लिखे हैं पर माल { $taken } है। दोनों बराबर करें।
refusal-rejection-reason-missing = जो माल नहीं लिया, उसका कारण लिखें।
refusal-second-person-needed = जिसने यह लिखा, वही मंज़ूर नहीं कर सकता। किसी और को बुलाएँ।
refusal-stock-short = { $name } के { $left } ही यहाँ हैं।
refusal-not-a-letter = यह दूसरे मार्ट से आए माल की फ़ाइल नहीं है।
refusal-transfer-changed = यह फ़ाइल भेजने के बाद बदली गई है, या किसी और माल की है। कुछ नहीं लिया गया; भेजने वाले से नई फ़ाइल माँगें।
refusal-transfer-elsewhere = यह माल इस मार्ट के लिए नहीं है: { $mart }।
refusal-transfer-item-differs = चीज़ { $sku } यहाँ कुछ और है। एक का कोड बदलें, फिर माल लें।
refusal-transfer-needs-invoice = GSTIN { $gstin } इस मार्ट का नहीं है। अलग GSTIN में माल भेजना बिक्री है: चालान नहीं, कर बिल चाहिए।
refusal-transfer-settled = चालान { $number } का हिसाब पहले ही हो चुका है।
refusal-unknown-transfer = यह चालान इस गल्ले का नहीं है।
refusal-approval-goods = { $name } विक्रेता का माल है, जो पसंद पर रखा है; उसे दूसरे मार्ट नहीं भेज सकते।
refusal-approval-over = { $name } पसंद पर { $date } को आया था, छह महीने हो गए। विक्रेता के बिल तक नहीं बेच सकते।
refusal-unknown-count = यह गिनती अब नहीं चल रही है।
refusal-unknown-draft = यह पर्चा अब नहीं है। हो सकता है माल जमा हो चुका हो।
refusal-unknown-piece = नग { $code } इस माल का नहीं है।

refusal-database-damaged = फ़ाइल पढ़ी नहीं जा रही: { $problem }।
refusal-database-newer = यह फ़ाइल नए प्रोग्राम की है (संस्करण { $found }, यह प्रोग्राम { $known } तक जानता है)। बिल सुरक्षित हैं। प्रोग्राम नया करें।
refusal-already-running = गल्ला इस कंप्यूटर पर पहले से खुला है। वही खिड़की चलाएँ।
refusal-no-mart = इस कंप्यूटर पर अभी कोई मार्ट नहीं बना है।
refusal-disk-full = डिस्क भर गई है। यह काम नहीं हुआ; पहले के सब बिल सुरक्षित हैं। जगह बनाकर फिर से करें।
refusal-storage-failed = डिस्क पर लिखा नहीं जा सका। यह काम नहीं हुआ; पहले के सब बिल सुरक्षित हैं। फिर से करें, न हो तो मदद बुलाएँ।
refusal-key-missing = गल्ले की चाबी नहीं मिली। बिल सुरक्षित हैं। मदद बुलाएँ।
refusal-printer-unreachable = प्रिंटर नहीं मिला। बिल सुरक्षित है। केबल और काग़ज़ देखें, फिर F6 से दोबारा छापें।
refusal-printer-cover-open = प्रिंटर का ढक्कन खुला है। ढक्कन बंद करें; रसीद अपने-आप छपेगी।
refusal-printer-offline = प्रिंटर रुका हुआ है (ऑफ़लाइन)। उसका बटन या बत्ती देखें; रसीद अपने-आप छपेगी।
refusal-printer-paper-out = प्रिंटर में काग़ज़ ख़त्म है। नया रोल लगाएँ; रसीद अपने-आप छपेगी।
refusal-printer-stopped = प्रिंटर बीच में रुक गया। देखें कि रसीद पूरी निकली या नहीं।
refusal-internal = कुछ गड़बड़ हुई। बिल सुरक्षित हैं। फिर से करें; बार-बार हो तो मदद बुलाएँ।
refusal-closing = गल्ला बंद हो रहा है।
refusal-host-unreachable = गल्ले से जवाब नहीं आया। थोड़ा रुककर फिर से करें।
