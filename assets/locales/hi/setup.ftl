# Words of setting a mart up, in Hindi. The same keys stand in ../en/setup.ftl.

set-up = गल्ला तैयार करें
set-up-what = इस कंप्यूटर पर अभी कोई मार्ट नहीं है। शुरू करने के लिए भाषा चुनें। आख़िरी क़दम तक कुछ नहीं लिखा जाता।
set-up-demo = पहले नमूना मार्ट देखें
set-up-language = भाषा
set-up-mart = मार्ट
set-up-people = कर्मचारी
set-up-printer = प्रिंटर
set-up-review = एक बार देख लें
set-up-name-hi = मार्ट का नाम हिन्दी में
set-up-name-en = मार्ट का नाम अंग्रेज़ी में
set-up-place-hi = जगह हिन्दी में, छोटी
set-up-place-en = जगह अंग्रेज़ी में, छोटी
set-up-address-hi = पता हिन्दी में
set-up-address-en = पता अंग्रेज़ी में
set-up-district = ज़िला
set-up-phone = फ़ोन
set-up-till = गल्ले का कोड (दो अक्षर)
set-up-person-hi = नाम हिन्दी में
set-up-person-en = नाम अंग्रेज़ी में
set-up-pin = PIN, छह अंक
set-up-pin-again = वही PIN फिर से
set-up-pin-other = दोनों PIN अलग हैं।
set-up-first-bill = पहला बिल
set-up-fixed = ज़िला, राज्य और गल्ले का कोड बाद में नहीं बदलते। बाक़ी सब बदल सकते हैं।
set-up-make = मार्ट बनाएँ
set-up-finish = मैंने लिख लिया
gstin-good = ठीक है। राज्य: { $state }
gstin-other-state = यह दूसरे राज्य का है। बिल और कर राज्य से चलते हैं, इसलिए राज्य नहीं बदलता।
gstin-left = { $count ->
    [one] { $count } अक्षर और
   *[other] { $count } अक्षर और
}
printer-network = नेटवर्क पर
printer-file = तार से
printer-folder = फ़ोल्डर में फ़ाइलें
printer-system = इस कंप्यूटर का प्रिंटर
printer-where = उसका पता या जगह
printer-width = काग़ज़ की चौड़ाई
recovery-code = बचाव कोड
recovery-code-what = यह कोड लिखकर सँभाल कर रखें। प्रबंधक PIN भूल जाएँ तो नया PIN सिर्फ़ इसी कोड से बनेगा। यह दोबारा नहीं दिखेगा।
recovery-code-last = इसके आख़िरी 4 अक्षर लिखें
recover = प्रबंधक PIN भूल गए?
recover-set = नया PIN रखें
recovery-code-next = नया PIN लग गया। पुराना बचाव कोड अब नहीं चलेगा: यह नया कोड लिख लें।
