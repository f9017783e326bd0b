# Words of the settings screen, in Hindi. The same keys stand in ../en/settings.ftl.

screen-settings = सेटिंग
settings-saved = सेटिंग सुरक्षित हुई।
settings-hsn = बिल पर HSN के अंक
settings-email = शिकायत का ई-मेल
settings-upi = मार्ट का UPI पता
settings-payee = ग्राहक को दिखने वाला नाम
settings-copies = बैकअप
settings-copies-where = फ़ोल्डर, जैसे दूसरी डिस्क पर
settings-recovery = मार्ट का बचाव कोड है। नया बनाने पर पुराना नहीं चलेगा।
settings-no-recovery = मार्ट का बचाव कोड अभी नहीं बना है।
settings-new-code = नया बचाव कोड बनाएँ
settings-look = सामान में देखें: HSN छोटा { $short }, दर पक्की नहीं { $unconfirmed }।
settings-rules = नियम और सीमाएँ
settings-discount-cashier = कैशियर की छूट, प्रतिशत तक
settings-discount-manager = प्रबंधक की छूट, प्रतिशत तक
settings-return-limit = कैशियर की वापसी, एक बिल पर रुपये तक
settings-return-days = कैशियर की वापसी, बिक्री के बाद दिन
settings-drop = कैशियर एक बार में तिजोरी में, रुपये तक
settings-paid-out = कैशियर का छोटा ख़र्च, रुपये तक
settings-lock = बिना छुए गल्ला बंद, मिनट (0: कभी नहीं)
settings-notes-2000 = ₹2,000 के नोट भी गिनें
settings-principal = कारीगर के नाम से बिक्री (मेमो): सिर्फ़ कर सलाहकार की मंज़ूरी के बाद
settings-memo-other-state = ऐसा सामान दूसरे राज्य के ग्राहक को भी
settings-deducts-gst = सरकारी संस्था: ढाई लाख से बड़े ठेके पर GST TDS काटें
