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
print-number = बिल या क्रेडिट नोट की संख्या
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
