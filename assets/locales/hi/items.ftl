# Words of the items screens and of taking in a table of them, in Hindi. The same keys stand in ../en/items.ftl.

screen-items = सामान
items-search = नाम, कारीगर, ज़िला, कोड या बारकोड…
items-filters = कौन-सा सामान
item-filter-for-sale = बिक्री का
item-filter-low = ख़त्म होने को
item-filter-no-price = बिना दाम
item-filter-short-hsn = HSN छोटा
item-filter-unconfirmed = दर पक्की नहीं
item-filter-retired = बंद
items-count = { $count ->
    [one] { $count } चीज़
   *[other] { $count } चीज़ें
}
items-none = इस सूची में कुछ नहीं है।
items-import = तालिका से चढ़ाएँ
items-export = सब CSV में लिखें
items-exported = { $count ->
    [one] { $count } चीज़ यहाँ लिखी गई
   *[other] { $count } चीज़ें यहाँ लिखी गईं
 }: { $path }
page-before = पिछली
page-after = अगली
item-new = नई चीज़
item-hsn-short = HSN { $hsn } छोटा है
item-hsn-needs = इस मार्ट के बिल पर { $digits } अंक चाहिए।
item-unconfirmed = दर पक्की नहीं
item-no-price = दाम नहीं
item-retired = बंद
item-sku = मार्ट का कोड (SKU)
item-barcode = बारकोड
item-barcode-own = खाली: मार्ट का अपना बनेगा
item-name-hi = नाम हिन्दी में
item-name-en = नाम अंग्रेज़ी में
item-maker-hi = कारीगर हिन्दी में
item-maker-en = कारीगर अंग्रेज़ी में
item-district = ज़िला
item-unit = इकाई
item-class-find = GST वर्ग खोजें
item-class-hint = HSN या शब्द, जैसे brass
item-class = GST वर्ग
item-category = सामान की क़िस्म
item-variant = रूप (नाप, रंग)
item-gi-name = GI का पंजीकृत नाम
item-gi-number = GI आवेदन संख्या
item-net = एक में कितना (पैक पर)
item-net-unit = कितने की इकाई
item-net-one = 1
item-gi = पंजीकृत GI
item-rate = आज GST { $rate }।
item-saved = चीज़ सुरक्षित हुई।
item-retire = बिक्री से हटाएँ
item-unretire = फिर बिक्री में लाएँ
item-variant-new = इसका रूप बनाएँ
item-variants = रूप
item-of-parent = { $name } का रूप
item-picture = तस्वीर (JPEG या PNG, 10 MB तक)
photo-file = फ़ाइल से
camera = कैमरे से
camera-waiting = कैमरे में तस्वीर खींचें; वह अपने-आप यहाँ आ जाएगी। न आए तो वहाँ से कॉपी करके यहाँ चिपकाएँ (Ctrl+V)।
camera-cancel = रहने दें
item-prices = दाम
item-new-price = नया दाम
price-from = कब से
price-coming = { $from } से
price-now = { $from } से चालू
price-past = पहले, { $from } से
price-includes = GST सहित
price-excludes = GST अलग से
price-rate = GST दर
price-total = ग्राहक देगा
price-artisan = { $name } को मिलेगा
price-mart = मार्ट का हिस्सा ({ $commission })
price-set = यह दाम रखें
price-saved = दाम सुरक्षित हुआ।

import-what = CSV फ़ाइल चुनें, हर पंक्ति में एक चीज़। ये खाने चाहिए: sku, name_hi, name_en, district, hsn, rate_class और unit। पहले सब दिखेगा; फिर या तो सारा चढ़ेगा या कुछ नहीं।
import-choose = CSV फ़ाइल चुनें
import-take = चढ़ाएँ
import-busy = फ़ाइल पढ़ी जा रही है…
import-done = हो गया: { $added } नई, { $changed } बदलीं, { $unchanged } वैसी ही।
import-sum = { $name }: { $rows ->
    [one] { $rows } पंक्ति
   *[other] { $rows } पंक्तियाँ
 }, { $added } नई, { $changed } बदलेंगी, { $unchanged } वैसी ही।
import-refused-rows = { $count ->
    [one] { $count } पंक्ति ग़लत है। ठीक होने तक कुछ नहीं चढ़ेगा।
   *[other] { $count } पंक्तियाँ ग़लत हैं। ठीक होने तक कुछ नहीं चढ़ेगा।
}
import-row = पंक्ति
import-column = खाना
import-wrong = क्या ग़लत है
import-cell = वहाँ क्या लिखा है
import-effect = क्या होगा
import-added = नई
import-changed = बदलेगी
import-fault-aadhaar = आधार नंबर यहाँ नहीं रखा जाता
import-fault-barcode-taken = यह कोड दूसरी चीज़ या नग का है
import-fault-barcode-twice = यही बारकोड ऊपर की पंक्ति में है
import-fault-dead-zone = दाम GST की दो दरों के बीच फँसता है; इन सीमाओं में रखें
import-fault-empty = ख़ाली है
import-fault-formula = यह फ़ॉर्मूला है; सीधे शब्द लिखें
import-fault-negative-price = दाम शून्य से कम है
import-fault-no-agreement = इस कारीगर से अनुबंध नहीं है
import-fault-not-a-date = यह तारीख़ नहीं है
import-fault-not-a-number = यह मात्रा नहीं है
import-fault-not-a-price = यह दाम नहीं है
import-fault-not-yes-no = हाँ या नहीं लिखें
import-fault-past = नया दाम आज से या आगे से ही चल सकता है
import-fault-price-too-high = दाम बहुत ज़्यादा है
import-fault-sku-twice = यही कोड ऊपर की पंक्ति में है
import-fault-unit-unfit = जो माल यहाँ है वह इस माप में नहीं बैठता
import-fault-stock-of-known = माल सिर्फ़ नई चीज़ के साथ आ सकता है
import-fault-too-long = बहुत लंबा है
import-fault-unfit = ठीक नहीं है
import-fault-unknown-class = ऐसा GST वर्ग नहीं है
import-fault-unknown-consignor = यह कारीगर नहीं मिला
import-fault-unknown-district = यह ज़िला नहीं मिला
import-fault-unknown-icon = ऐसी क़िस्म नहीं है
import-fault-unknown-item = यह चीज़ नहीं मिली
import-fault-unknown-unit = ऐसी इकाई नहीं है
import-fault-unprintable = यह छप नहीं सकता
import-fault-wrong-width = इस पंक्ति में खाने कम या ज़्यादा हैं
import-fault-zero-price = दाम शून्य है

icon-textile = कपड़ा
icon-leather = चमड़ा
icon-metal = धातु
icon-wood = लकड़ी
icon-clay = मिट्टी
icon-stone = पत्थर
icon-glass = काँच
icon-jewellery = गहने
icon-food = खाने का सामान
icon-fragrance = इत्र
icon-carpet = क़ालीन
icon-paper = काग़ज़
icon-toy = खिलौने
icon-music = बाजे
icon-sport = खेल का सामान
icon-cane = बेंत और बाँस
icon-bone = सींग और हड्डी
icon-other = और
