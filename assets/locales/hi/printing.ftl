# छपाई: प्रिंटर, क़तार, लेबल।

printer-cover-open = { $jobs ->
    [one] प्रिंटर का ढक्कन खुला है · { $jobs } रसीद बाकी
   *[other] प्रिंटर का ढक्कन खुला है · { $jobs } रसीदें बाकी
}
printer-offline = { $jobs ->
    [one] प्रिंटर रुका हुआ है · { $jobs } रसीद बाकी
   *[other] प्रिंटर रुका हुआ है · { $jobs } रसीदें बाकी
}
printer-paper-out = { $jobs ->
    [one] काग़ज़ ख़त्म है · { $jobs } रसीद बाकी
   *[other] काग़ज़ ख़त्म है · { $jobs } रसीदें बाकी
}
printer-doubt = { $jobs ->
    [one] { $jobs } रसीद पूरी छपी या नहीं, बताएँ
   *[other] { $jobs } रसीदें पूरी छपीं या नहीं, बताएँ
}
printer-near-end = प्रिंटर में काग़ज़ थोड़ा बचा है

screen-printing = छपाई
print-queue = छपाई: बाकी और पुरानी
print-looking = देख रहे हैं…
print-nothing = अभी तक कुछ नहीं छपा।
print-waiting = बाकी
print-printing = छप रही
print-printed = छप गई
print-doubt = पता नहीं
print-dropped = हटाई
print-receipt = रसीद
print-a5 = A5 काग़ज़
print-a4 = A4 काग़ज़
print-file = तैयार PDF
print-drawer = बिना बिक्री दराज़ खोलें
print-copy = दोबारा छपी { $copy }
print-opens-drawer = दराज़ के साथ
print-again = दोबारा छापें
print-drop = हटाएँ
print-came-out = पूरी निकल गई
print-printers = प्रिंटर
way-receipt = रसीद
way-sheet = A4 और A5 बिल
way-label = लेबल
way-report = रिपोर्ट
way-none = नहीं लगा
print-test = छापकर जाँचें
print-trying = छाप रहे हैं…
print-test-good = प्रिंटर ठीक है। काग़ज़ पर लाइन पूरी चौड़ाई में देखें।
print-test-silent = भेज दिया। यह प्रिंटर अपना हाल नहीं बताता, इसलिए काग़ज़ देख लें।
print-test-near-end = प्रिंटर ठीक है। काग़ज़ थोड़ा बचा है।
print-on-sheet = बिल A4 या A5 पर
print-number = बिल, क्रेडिट नोट या बिक्री पर्ची की वापसी की संख्या
print-drawer-why = कारण
print-open-drawer = दराज़ खोलें
print-attempts = { $count ->
    [0] अभी नहीं भेजी
   *[other] { $count } बार भेजी
}
report-print = छापें
report-z-printing = Z { $number } छप रहा है।
report-x-printing = शिफ़्ट { $number } की X रिपोर्ट छप रही है।
report-saved = रिपोर्ट यहाँ रखी है: { $path }

ways = प्रिंटर और काग़ज़
ways-what = हर तरह के काग़ज़ का अपना प्रिंटर है। रखने से पहले छापकर जाँच लें।
ways-change = प्रिंटर और काग़ज़ बदलें
way-kind = किस प्रिंटर पर: { $way }
way-where = प्रिंटर कहाँ है: { $way }
way-none-what = प्रिंटर के बिना यह नहीं छपेगा।
way-saved = { $way }: सुरक्षित।
paper-speaks = काग़ज़ की भाषा
paper-both = हिन्दी और अंग्रेज़ी
paper-hindi = सिर्फ़ हिन्दी
paper-english = सिर्फ़ अंग्रेज़ी
paper-saved = सुरक्षित। अगली रसीद ऐसे ही छपेगी।
logo = रसीद पर चिह्न
logo-there = लगा है।
logo-none = नहीं लगा है।
logo-choose = PNG तस्वीर चुनें
logo-drop = हटाएँ
tried-unreachable = { $place } पर कोई जवाब नहीं। देखें कि प्रिंटर चालू है, केबल लगी है और पता सही है।
tried-cover-open = प्रिंटर का ढक्कन खुला है। बंद करें और फिर से जाँचें।
tried-paper-out = प्रिंटर में काग़ज़ ख़त्म है। नया रोल लगाएँ और फिर से जाँचें।
tried-offline = प्रिंटर रुका हुआ है (ऑफ़लाइन)। उसका बटन दबाएँ, बत्ती देखें और फिर से जाँचें।
tried-stopped = प्रिंटर बीच में रुक गया। केबल और काग़ज़ देखें और फिर से जाँचें।
labels = सामान के लेबल
labels-find = स्कैन करें, या चीज़ का नाम लिखें
labels-what = जिन चीज़ों पर लेबल चाहिए उन्हें स्कैन करें या नाम से ढूँढें। हर स्कैन से एक लेबल बढ़ता है।
labels-count = लेबल
labels-count-of = { $name } के लेबल
labels-packed = पैक, महीना और साल
labels-packed-of = { $name }: पैक का महीना और साल
labels-best-before = कब तक अच्छा
labels-best-before-of = { $name }: किस महीने और साल तक अच्छा
labels-without = { $name } के लेबल हटाएँ
labels-sheet = लेबल का काग़ज़
labels-3x8 = A4, 24 लेबल (63.5 × 33.9 मिमी)
labels-5x13 = A4, 65 लेबल (38.1 × 21.2 मिमी)
labels-code = कोड
labels-bars = बारकोड
labels-skip = पहले काग़ज़ के लगाए जा चुके लेबल
labels-print = छापें भी
labels-only-saved = लेबल का प्रिंटर नहीं चुना गया, इसलिए सिर्फ़ PDF बनेगा।
labels-make = लेबल बनाएँ
labels-made = लेबल बने: { $labels }। PDF यहाँ है: { $path }
labels-unmarked = “{ $name }” के नाम में हथकरघा है, पर लेबल पर हैंडलूम मार्क की संख्या नहीं है। माल लेते समय हर नग की मार्क संख्या लिखें, या नाम से यह शब्द हटाएँ: 2026 के प्रस्तावित नियम में बिना मार्क ऐसे नहीं बेच सकते।
labels-printing = लेबल छप रहे हैं: { $labels }। PDF यहाँ है: { $path }
tried-folder = पन्ना इस फ़ोल्डर में है: { $place }
way-report-none-what = रिपोर्ट रसीद के काग़ज़ पर छपती है।
code-print = कोड छापें
code-printing = छाप रहे हैं…
code-printed = कोड काग़ज़ पर छप गया। पर्ची सुरक्षित जगह रखें।
code-sheet = यह पन्ना गल्ले से दूर, सुरक्षित जगह रखें। प्रबंधक PIN भूल जाएँ तो नया PIN सिर्फ़ इसी कोड से बनेगा।
print-report = शिफ़्ट की रिपोर्ट
print-drawer-back = दराज़, नकद लौटाने के लिए
