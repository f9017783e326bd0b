# ग्राहक के शब्द। ये ही कुंजियाँ ../en/buyer.ftl में हैं।

buyer = ग्राहक
buyer-add = ग्राहक जोड़ें · मोबाइल या GSTIN
buyer-mobile = मोबाइल
buyer-gstin = GSTIN
buyer-name = नाम
buyer-address = पता
buyer-delivery = पहुँचाने का पता
buyer-state = राज्य
buyer-state-none = नहीं बताया
buyer-pan = PAN
buyer-declared = PAN नहीं है: घोषणा पर दस्तख़त हुए
buyer-sez = विशेष आर्थिक क्षेत्र (SEZ) की इकाई
buyer-consent = ग्राहक राज़ी हैं: अगली बार पहचानने और पुराने बिल दिखाने के लिए हम नाम, मोबाइल और पता रखेंगे। वे जब चाहें मना कर सकते हैं।
buyer-known = पुराने ग्राहक
buyer-bills = पिछले बिल
buyer-bills-none = अभी कोई बिल नहीं
buyer-forget = इन ग्राहक को भुला दें
buyer-forgotten = ग्राहक की जानकारी मिटा दी गई। बिल क़ानून के हिसाब से रहेंगे, और पुराने बैकअप तब तक जब तक नए उनकी जगह न लें।
buyer-clear = ग्राहक हटाएँ
warning-other-state = माल { $state } को: IGST लगेगा।
