# Words of the screens, in Hindi, as a clerk in Lucknow says them. The same keys stand in ../en/screens.ftl.

till-name = गल्ला { $code }
demo-mart = नमूना मार्ट
change-language = भाषा बदलें
sign-out = बाहर जाएँ
sign-in = अंदर आएँ
help = सब बटन
shift-number = शिफ़्ट { $number }
go-back = पीछे
done = ठीक है
next = आगे
try-again = फिर से कोशिश करें
erase = मिटाएँ

screens = पन्ने
screen-sell = बिक्री
approve = मंज़ूरी चाहिए
approve-who = कौन मंज़ूरी दे
approve-give = मंज़ूरी दें

who-is-here = गल्ले पर कौन है?
choose-person = पहले अपना नाम चुनें।
pin-of = { $name } का PIN
demo-pin = PIN { $pin }
role-cashier = कैशियर
role-storekeeper = भंडारी
role-manager = प्रबंधक
role-approver = मंज़ूरी देने वाले

greeting = नमस्ते, { $name }
open-shift = शिफ़्ट शुरू करें
open-shift-what = दराज़ में जो नकद है, गिनकर लिखें। फिर बिक्री शुरू होगी।
float = शुरुआती नकद
no-selling-role = { $role } इस गल्ले पर बिक्री नहीं करते। कैशियर या प्रबंधक अंदर आएँ।
close-shift = शिफ़्ट बंद करें
count-what = दराज़ का सारा नकद गिनें और लिखें। हिसाब गिनती के बाद दिखेगा।
counted = गिना हुआ नकद
shift-is-closed = शिफ़्ट { $number } बंद हुई
cash-sales = नकद बिक्री
cash-in = नकद रखा
expected = हिसाब से नकद
difference-none = पूरा मिला
difference-short = कम है
difference-over = ज़्यादा है
sales-count = { $count ->
    [one] { $count } बिक्री
   *[other] { $count } बिक्रियाँ
}

basket = बिक्री की चीज़ें
basket-empty = नई बिक्री
basket-empty-what = चीज़ स्कैन करें, या ऊपर नाम, कारीगर या ज़िला लिखें।
search-hint = स्कैन करें, या नाम, कारीगर, ज़िला लिखें…
nothing-found = कुछ नहीं मिला
found = मिली चीज़ें
item = चीज़
quantity = मात्रा
price = दर
amount = रकम
of-artisan = कारीगर का
labelled = { $label }: { $value }
on-hand = भंडार में { $quantity }
on-hand-none = यहाँ एक भी नहीं
on-hand-short = यहाँ सिर्फ़ { $quantity }
less = एक कम करें
more = एक बढ़ाएँ
remove = हटाएँ
remove-line = चुनी हुई चीज़ हटाएँ
warning-dead-zone = इस दाम पर ऊँची दर का GST लगा है।

held = रोकी बिक्री
hold = रोकें
recall-short = वापस लाएँ
recall = रोकी बिक्री लाएँ

to-pay = भुगतान
goods-value = माल का मूल्य
discount = छूट
round-off = राउंड ऑफ़
artisans = { $count ->
    [one] { $count } कारीगर का माल
   *[other] { $count } कारीगरों का माल
}
due = कुल देय
pay-cash = नकद
pay-upi = UPI
pay-card = कार्ड
pay-split = बाँटें
pay-done = भुगतान हुआ
cash-given = ग्राहक ने दिए
change = वापस दें
remaining = अभी बाकी
upi-code = UPI का QR
upi-what = ग्राहक स्कैन करें। पैसा { $payee } को जाएगा।
upi-done = बिल बंद करें
reference = संदर्भ { $reference }
card-reference = कार्ड मशीन का नंबर
discount-line = चुनी हुई चीज़ पर
discount-whole = पूरे बिल पर
discount-amount = छूट, रुपये में

last-bill = पिछला बिल
show-receipt = रसीद देखें
reprint = दोबारा छापें
reprint-last = पिछली रसीद दोबारा छापें
reprinting = बिल { $number } की रसीद दोबारा छप रही है।
receipt = रसीद
save-pdf = PDF में सहेजें
receipt-saved = रसीद यहाँ रखी है: { $path }
question = बिजली या मशीन बंद हुई थी। पिछली रसीद निकली थी?
question-what = बिल { $number }, { $due }। बिल सुरक्षित है।
question-yes = हाँ, निकली थी
question-no = नहीं, दोबारा छापें

help-broken = ख़राब है या फिर बिकेगा
help-choose = चीज़ चुनें
help-quantity = मात्रा बढ़ाएँ या घटाएँ
help-times = स्कैन से पहले: चार नग; Enter के साथ: चुनी हुई चीज़ के चार

all-saved = सब सुरक्षित
not-saved = सुरक्षित नहीं हो रहा
printer-ready = प्रिंटर तैयार
printer-none = प्रिंटर नहीं लगा
printer-failing = { $jobs ->
    [one] प्रिंटर नहीं मिला · { $jobs } रसीद बाकी
   *[other] प्रिंटर नहीं मिला · { $jobs } रसीदें बाकी
}
copy-none = बैकअप अभी नहीं बना
copy-age = { $hours ->
    [0] { $minutes ->
        [0] बैकअप अभी बना
       *[other] बैकअप { $minutes } मिनट पहले
    }
   *[other] बैकअप { $hours } घंटे पहले
}
key-os = चाबी कंप्यूटर की तिजोरी में
key-file = चाबी फ़ाइल में
today = { $weekday } { $day } { $month } { $year } · { $time }
weekday-1 = सोमवार
weekday-2 = मंगलवार
weekday-3 = बुधवार
weekday-4 = गुरुवार
weekday-5 = शुक्रवार
weekday-6 = शनिवार
weekday-7 = रविवार
month-1 = जनवरी
month-2 = फ़रवरी
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुलाई
month-8 = अगस्त
month-9 = सितंबर
month-10 = अक्टूबर
month-11 = नवंबर
month-12 = दिसंबर

clock-jumped = कंप्यूटर की घड़ी बदल गई है।
clock-jumped-what = बिक्री चलती रहेगी। प्रबंधक तारीख़ और समय देखकर अपना PIN डालें।
clock-right = घड़ी सही है
manager-pin = प्रबंधक का PIN

trouble = गल्ला नहीं खुला
trouble-damaged = गल्ले की फ़ाइल ख़राब हो गई है
safe-copies = सुरक्षित बैकअप
no-copies = कोई बैकअप नहीं मिला। फ़ाइल को न छेड़ें और मदद बुलाएँ।
copy-up-to = बिल { $bill } तक
copy-no-bills = अभी कोई बिल नहीं
copy-bills = { $bills ->
    [one] { $bills } बिल
   *[other] { $bills } बिल
}
copy-bad = यह बैकअप पूरा नहीं है
copy-after = ख़राब फ़ाइल अलग रखी जाएगी, मिटाई नहीं जाएगी। इसके बाद के बिल काग़ज़ से देखने होंगे। नए बिल नए गल्ला कोड से बनेंगे।
go-back-to-copy = यहाँ से चलाएँ
going-back = तैयार हो रहा है
line-change = चीज़ या बिल में बदलाव
line-discount = छूट
line-discount-give = छूट दें
line-price = दाम
line-price-new = एक { $unit } का नया दाम, रुपये में
line-price-what = खाली छोड़ें तो असली दाम { $price } रहेगा। नए दाम के लिए प्रबंधक का PIN चाहिए।
line-price-give = दाम बदलें
line-note = टिप्पणी
line-note-text = टिप्पणी, बिल पर छपेगी
line-note-what = जैसे: नाम काढ़ना है, शुक्रवार को देना है। खाली छोड़ें तो हट जाएगी।
line-note-give = लिखें
noted = टिप्पणी: { $note }
quantity-type = मात्रा { $quantity }, बदलने के लिए दबाएँ
undo = वापस लें
gift-receipt = उपहार रसीद
gift-printing = { $number } की उपहार रसीद छप रही है।
look = परदा और आवाज़
look-theme = रंग
look-auto = कंप्यूटर जैसा
look-light = उजला
look-dark = गहरा
look-sound = आवाज़
look-on = चालू
look-off = बंद
look-digits = अंक
look-latin = 123
look-devanagari = १२३
help-everywhere = हर जगह
help-undo = आख़िरी बदलाव वापस लें
help-hold = रोकें, या रोकी हुई वापस लाएँ
help-screens = दूसरा पन्ना खोलें
waiting = काम हो रहा है…
certificate-print = प्रमाणपत्र
certificate-printing = { $number } के प्रमाणपत्र छप रहे हैं।
day-form = दिन-महीना-साल
drop-sure = दोबारा दबाएँ: सब हट जाएगा
