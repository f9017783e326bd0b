# Words of the shift, the day and people, in Hindi. The same keys stand in ../en/day.ftl.

screen-day = हिसाब
screen-people = कर्मचारी
note-of = { $rupees } रुपये का नोट
coin-of = { $rupees } रुपये का सिक्का
or-type-sum = या कुल रकम लिखें
count-done = गिनती पूरी
count-again = फिर से गिनें
first-counted = पहली गिनती
shift-counted = शिफ़्ट { $number } की गिनती
hand-over = अगले को सौंपें
hand-to = किसे सौंपना है
hand-over-sign = दोनों PIN से सौंपें
handed-to = { $name } को सौंपी गई।
cash-refunds = नकद वापस दिया
paid-out = ख़र्च
dropped = तिजोरी में रखा
move-cash = नकद रखें या निकालें
move-drop = तिजोरी में रखें
move-paid-out = ख़र्च दें
move-paid-in = छुट्टे लाएँ
move-drop-what = दराज़ में कम नकद रहे, इसलिए बीच में तिजोरी में रखें।
move-paid-out-what = चाय, ऑटो या डाक जैसा छोटा ख़र्च, दराज़ से।
move-paid-in-what = तिजोरी से दराज़ में।
reason = किस लिए
cash-moved = दर्ज हो गया।
shifts = शिफ़्टें
shift-running = अभी चल रही है
no-shifts = अभी कोई शिफ़्ट नहीं
no-shifts-what = शिफ़्ट शुरू होने पर उसकी रिपोर्ट यहाँ दिखेगी।
report-x = X रिपोर्ट
report-z = Z { $number }
report-sales = बिक्री
report-net = कुल बिक्री
report-series = बिल नंबर
report-none = कुछ नहीं
report-tenders = भुगतान के तरीक़े
report-rates = GST
report-rate = दर
report-memos = कारीगरों के नाम की पर्चियों पर, बिना GST
report-taxable = कर योग्य
report-movements = दराज़ में आया-गया
report-drawer = दराज़
report-count = गिने हुए नोट और सिक्के
report-proof = सबूत
told-after-count = नकद का हिसाब गिनती के बाद दिखेगा।
refunded = वापस दिए
approved-by = मंज़ूरी: { $name }
within-own-limit = अपनी सीमा में
reprints = दोबारा छपी रसीदें
pin-refusals = ग़लत PIN से रोक
grand-total = गल्ले की अब तक की बिक्री
journal-entry = बही की पंक्ति { $entry }
people = कर्मचारी
person-new = नया कर्मचारी
person-left = अब नहीं
person-shut-out = PIN पर रोक
person-unlock = रोक हटाएँ
person-saved = { $name }: सुरक्षित।
person-unlocked = { $name } अब PIN डाल सकते हैं।
person-role = काम
person-works-here = यहाँ काम करते हैं
last-manager = यह अकेले प्रबंधक हैं।
name-hi = नाम, हिन्दी में
name-en = नाम, अंग्रेज़ी में
pin-six = PIN, छह अंक
pin-what = 123456 या 000000 जैसा नहीं।
pin-new = नया PIN
pin-new-what = ख़ाली छोड़ें तो पुराना PIN रहेगा।
pin-again = PIN फिर से
pin-differs = दोनों PIN अलग हैं।
limit-discount = छूट की सीमा, प्रतिशत में
limit-paid-out = ख़र्च की सीमा, रुपये में
limit-of-role = जो काम के लिए तय है
save = सहेजें
locked = गल्ला बंद रखा है
locked-what = सब कुछ जहाँ था वहीं है। PIN डालकर आगे बढ़ें।
lock-screen = स्क्रीन बंद रखें
returns-count = { $count ->
    [one] { $count } वापसी
   *[other] { $count } वापसियाँ
}
voids-count = { $count ->
    [one] { $count } बिल रद्द
   *[other] { $count } बिल रद्द
}
bills-count = { $count ->
    [one] { $count } बिल
   *[other] { $count } बिल
}
person-shut-out-what = { $count ->
    [one] { $count } ग़लत PIN के बाद रोका गया।
   *[other] { $count } ग़लत PIN के बाद रोका गया।
}
