# Words on documents, in Hindi. The same keys stand in ../en/paper.ftl; paper prints both.

paper-tax-invoice = कर बीजक
paper-bill-of-supply = आपूर्ति बिल
paper-invoice-cum-bill-of-supply = बीजक-सह-आपूर्ति बिल
paper-sale-memo = कारीगर की ओर से बिक्री पर्ची
paper-credit-note = क्रेडिट नोट
paper-memo-cancelled = बिक्री पर्ची की वापसी

paper-gstin = GSTIN { $gstin }
paper-phone = फ़ोन { $phone }

paper-number = बिल संख्या
paper-date = तारीख़
paper-operator = कर्मचारी
paper-till = गल्ला
paper-place-of-supply = आपूर्ति का राज्य

paper-item = सामान
paper-quantity = मात्रा
paper-amount = रकम ₹
paper-price-each = @ { $price }
paper-hsn = HSN { $hsn }
paper-gst = GST { $rate }
paper-line-discount = { $amount } की छूट घटाकर

paper-basket-discount = बिल पर छूट
paper-taxable = माल का मूल्य
paper-rate = दर
paper-taxable-short = माल
paper-cgst = CGST
paper-sgst = SGST
paper-igst = IGST
paper-round-off = राउंड ऑफ़
paper-due = कुल देय

paper-cash = नकद
paper-upi = UPI
paper-card = कार्ड
paper-by-credit-note = क्रेडिट नोट
paper-by-memo-cancelled = बिक्री पर्ची की वापसी
paper-given = { $amount } लिए
paper-change = वापस दिए

paper-makers = { $count ->
    [one] इस बिल से { $count } कारीगर को आमदनी हुई
   *[other] इस बिल से { $count } कारीगरों को आमदनी हुई
}
paper-return = वापसी के लिए यह बिल लाएँ।
paper-check = QR से बिल की जाँच होती है।
paper-thanks = धन्यवाद! फिर पधारें।

paper-original = मूल प्रति, ग्राहक के लिए
paper-copy = दोबारा छपी रसीद { $copy }
paper-practice = अभ्यास: यह असली बिल नहीं है
paper-voided = रद्द: यह बिल अब मान्य नहीं
paper-unsigned = हस्ताक्षर उपलब्ध नहीं
paper-demo = डेमो मार्ट: दाम नमूने के हैं।

paper-bill-total = इस बिल का जोड़
paper-memo-total = इस पर्ची का जोड़
paper-note-total = इस नोट का जोड़
paper-memo-cancelled-total = लौटे सामान का जोड़
paper-memo-number = पर्ची संख्या
paper-note-number = क्रेडिट नोट संख्या
paper-memo-cancelled-number = बिक्री पर्ची की वापसी संख्या
paper-against = किस बिल पर
paper-against-date = बिल की तारीख़
paper-document = काग़ज़ { $place } / { $count }
paper-principal = जिनकी ओर से बिक्री
paper-no-tax-invoice = यह कर बीजक नहीं है। इस पर GST नहीं लिया गया।
paper-reverse-charge = रिवर्स चार्ज: नहीं
paper-buyer = ख़रीदार
paper-delivery = माल पहुँचाने का पता: { $address }
paper-recipient = सेवा पाने वाला
paper-sac = SAC { $hsn }
paper-sac-short = SAC
paper-keep = भुगतान से काट लिया गया, अलग से कुछ नहीं देना है। यह बिल छह साल संभालकर रखें।
paper-sez = विशेष आर्थिक क्षेत्र
paper-reason = कारण: { $reason }
paper-late = 30 नवंबर की सीमा के बाद: GST कम नहीं होगा।
paper-refund = पैसे वापस
paper-rest = लौटाए सामान का बाक़ी
paper-value = माल का मूल्य
paper-hsn-short = HSN
paper-gst-short = GST
paper-price = दाम ₹
paper-discount = छूट ₹
paper-carried = आगे ले गए
paper-brought = पिछले पन्ने से
paper-page = पन्ना { $page } / { $count }
paper-trial = छपाई की जाँच
paper-trial-whole = यह लाइन पूरी चौड़ाई में दिखे, तो प्रिंटर ठीक है।

paper-mrp = MRP { $price }
paper-all-taxes = सब कर सहित
paper-gi = GI
paper-sku = SKU { $sku }
paper-packed = पैक: { $month }
paper-best-before = उपयोग: { $month } तक
paper-net = शुद्ध मात्रा { $quantity }
paper-unit-price = { $price } / { $unit }
paper-mark = Mark { $number }
paper-packed-by = भारत में बना · पैक व शिकायत: { $care }
paper-care = भारत में बना · शिकायत: { $care }

paper-z = Z रिपोर्ट { $number }
paper-shift = शिफ़्ट
paper-opened = शुरू
paper-closed = बंद
paper-closed-by = किसने बंद की
paper-handed-to = किसे सौंपी
paper-business-date = कारोबार की तारीख़
paper-signature = हस्ताक्षर
paper-for-mart = कृते { $mart }
paper-signatory = अधिकृत हस्ताक्षर
paper-upto = कब तक
paper-report-copy = दोबारा छपी रिपोर्ट { $copy }
paper-recovery = बचाव कोड
paper-recovery-what = यह पर्ची गल्ले से दूर, सुरक्षित जगह रखें। प्रबंधक PIN भूल जाएँ तो नया PIN सिर्फ़ इसी कोड से बनेगा।
paper-note = टिप्पणी: { $note }
paper-gift = उपहार रसीद
paper-gift-what = इन चीज़ों को बदलने के लिए यह रसीद लाएँ। इस पर दाम नहीं छपते।

# Messages to makers, sent by the centre.
sms-unsold-remind = आपका माल { $item } ({ $here }) { $days } दिन से मार्ट में है। दाम या बनावट पर बात करने के लिए मार्ट से मिलें। -ODOP मार्ट
sms-unsold-markdown = आपकी सहमति से { $item } का दाम आज से { $price } रुपये है। -ODOP मार्ट
sms-unsold-give-back = { $item } ({ $here }) वापस ले जाने के लिए तैयार है। जमा पर्ची साथ लाएँ। -ODOP मार्ट
sms-unsold-kept = { $item } ({ $here }) आपके कहने पर उसी दाम पर मार्ट में है। -ODOP मार्ट

# Slips that mart and maker sign.
slip-consignment = जमा पर्ची
slip-given-back = माल वापसी पर्ची
slip-agreement = अनुबंध
slip-consignor = कारीगर
slip-village = गाँव, ज़िला
slip-date = तारीख़
slip-taken-by = मार्ट से
slip-counted-by = दोबारा गिना
slip-second-count = दोबारा गिनती
slip-second-count-found = { $name } पहले { $first }, फिर { $again }
slip-second-count-gone = { $name } पहले { $first }, फिर { $again }: जमा नहीं हुआ
slip-second-count-given-up = { $name } ने बीच में छोड़ी: { $reason }
slip-terms = अनुबंध
slip-terms-value = संख्या { $version }, { $mode }, मार्ट का हिस्सा { $commission }
slip-note = टिप्पणी
slip-reason = कारण
slip-brought = लाए { $quantity }
slip-rejected = लौटाए { $quantity }: { $reason }
slip-made-by = { $name } का बनाया
slip-asked = माँगा दाम { $price }
slip-price = दाम { $price }
slip-accepted = कुल लिया
slip-returned = कुल वापस किया
slip-consignment-what = यह माल बिकने तक कारीगर का है। बिकने पर हिस्सा काटकर { $days } दिन में भुगतान होगा। वापस लेने के लिए यह पर्ची साथ लाएँ।
slip-given-back-what = ऊपर लिखा माल सही हालत में वापस मिला।
slip-challan = डिलीवरी चालान (आपूर्ति नहीं)
slip-consigner = भेजने वाला
slip-consignee = पाने वाला
slip-value = कर से पहले मूल्य { $value }
slip-sent = कुल भेजा
slip-value-sum = कर से पहले कुल मूल्य
slip-challan-what = एक ही GSTIN के मार्टों के बीच माल जा रहा है; बिक्री नहीं है, कर नहीं लगा (CGST नियम 55)।
slip-eway = मूल्य { $limit } से ज़्यादा है: साथ में ई-वे बिल ज़रूरी है (CGST नियम 138)।
slip-approval-what = माल पसंद आने पर लेने की शर्त पर आया था और बिना बिके लौट रहा है; बिक्री नहीं है, कर नहीं लगा (CGST धारा 31(7), नियम 55)।
slip-signature-taken = पाने वाले के हस्ताक्षर
slip-copy-consignee = मूल प्रति: पाने वाले के लिए
slip-copy-transporter = दूसरी प्रति: ढोने वाले के लिए
slip-copy-consigner = तीसरी प्रति: भेजने वाले के लिए
slip-signature-maker = कारीगर के हस्ताक्षर या अँगूठा
slip-signature-mart = मार्ट की ओर से
slip-signature-witness = गवाह
slip-copy-maker = कारीगर की प्रति
slip-copy-mart = मार्ट की प्रति
slip-mode = बिक्री किसके नाम से
slip-mode-a1 = मार्ट के नाम से, हिस्सा दाम के भीतर
slip-mode-a2 = मार्ट के नाम से, कमीशन पर
slip-mode-b = कारीगर के नाम से, कमीशन पर
slip-share = मार्ट का हिस्सा
slip-share-of = { $goods }: मार्ट का हिस्सा
slip-from = कब से
slip-fees = हर नग पर ख़र्च
slip-fees-value = पैकिंग { $packing }, ढुलाई { $transport }, रख-रखाव { $handling }
slip-bearer = छूट कौन सहेगा
slip-bearer-shared = दोनों, हिस्से के हिसाब से
slip-bearer-mart = मार्ट
slip-bearer-consignor = कारीगर
slip-loss = नुकसान में मार्ट का भाग
slip-loss-value = टूट-फूट { $breakage }, चोरी या कमी { $theft }, रास्ते में { $transit }
slip-promise = भुगतान
slip-promise-value = बिक्री के { $holding } दिन बाद देय, { $payout } दिन के भीतर; कम से कम { $minimum }
slip-recovery = वसूली
slip-recovery-value = एक भुगतान का { $share } तक
slip-ladder = न बिकने पर
slip-ladder-value = { $remind } दिन पर सूचना, { $markdown } दिन पर सहमति से { $lower } कम दाम, { $back } दिन पर वापसी
slip-agreement-what = माल बिकने तक कारीगर का रहेगा। मार्ट उसकी देखभाल करेगा और हर बिक्री का हिसाब देगा। दोनों में से कोई भी लिखकर इसे ख़त्म कर सकता है; बचा माल वापस मिलेगा और बिके माल का भुगतान होगा।
slip-agreement-number = अनुबंध संख्या
slip-mobile = मोबाइल
slip-pehchan = पहचान कार्ड नंबर
slip-notice-agreed = ऊपर की सूचना मुझे पढ़कर सुनाई गई और मैं सहमत हूँ।

# The certificate of authenticity.
certificate = प्रामाणिकता प्रमाणपत्र
certificate-maker = बनाने वाले
certificate-village = गाँव
certificate-district = ज़िला
certificate-craft = शिल्प
certificate-gi = भौगोलिक संकेत
certificate-gi-yes = पंजीकृत GI
certificate-mark = हथकरघा/सिल्क मार्क
certificate-piece = नग
certificate-bill = बिल
certificate-what = मार्ट प्रमाणित करता है कि यह चीज़ ऊपर लिखे कारीगर की बनाई है। QR पर गल्ले के हस्ताक्षर हैं; कोई भी उसे जाँच सकता है।
slip-consignors = कारीगर
slip-rows = पंक्तियाँ
