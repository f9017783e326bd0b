# Words on documents, in Hindi. The same keys stand in ../en/paper.ftl; paper prints both.

paper-tax-invoice = कर बीजक
paper-bill-of-supply = आपूर्ति बिल
paper-invoice-cum-bill-of-supply = बीजक-सह-आपूर्ति बिल
paper-sale-memo = कारीगर की ओर से बिक्री पर्ची
paper-credit-note = क्रेडिट नोट

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
paper-given = { $amount } लिए
paper-change = वापस दिए

paper-makers = { $count ->
    [one] इस बिल से { $count } कारीगर को आमदनी हुई
   *[other] इस बिल से { $count } कारीगरों को आमदनी हुई
}
paper-return = वापसी के लिए यह बिल लाएँ।
paper-check = QR से बिल की जाँच होती है।
paper-thanks = धन्यवाद! फिर पधारें।

paper-copy = दोबारा छपी रसीद { $copy }
paper-practice = अभ्यास: यह असली बिल नहीं है
paper-voided = रद्द: यह बिल अब मान्य नहीं
paper-unsigned = हस्ताक्षर उपलब्ध नहीं
paper-demo = डेमो मार्ट: दाम नमूने के हैं।

paper-bill-total = इस बिल का जोड़
paper-memo-total = इस पर्ची का जोड़
paper-note-total = इस नोट का जोड़
paper-memo-number = पर्ची संख्या
paper-note-number = क्रेडिट नोट संख्या
paper-against = किस बिल पर
paper-against-date = बिल की तारीख़
paper-document = काग़ज़ { $place } / { $count }
paper-principal = जिनकी ओर से बिक्री
paper-no-tax-invoice = यह कर बीजक नहीं है। इस पर GST नहीं लिया गया।
paper-reverse-charge = रिवर्स चार्ज: नहीं
paper-buyer = ख़रीदार
paper-sez = विशेष आर्थिक क्षेत्र
paper-reason = कारण: { $reason }
paper-late = 30 नवंबर की सीमा के बाद: GST कम नहीं होगा।
paper-refund = पैसे वापस
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
paper-packed = पैक: { $month }
paper-care = भारत में बना · शिकायत: { $care }

paper-z = Z रिपोर्ट { $number }
paper-shift = शिफ़्ट
paper-opened = शुरू
paper-closed = बंद
paper-closed-by = किसने बंद की
paper-handed-to = किसे सौंपी
paper-business-date = कारोबार की तारीख़
paper-signature = हस्ताक्षर
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
