# हिसाब और भुगतान, हिन्दी में। यही कुंजियाँ ../en/settle.ftl में हैं।

refusal-account-unproven = { $name } का खाता किसका है, यह एक रुपये से अभी साबित नहीं हुआ। पहले एक रुपया भेजें और बैंक का जवाब लिखें, फिर भुगतान करें।
refusal-bank-file-edited = मंज़ूरी के बाद फ़ाइल { $file } बदली गई है। इसे बैंक को न दें। भुगतान नाकाम लिखें और दोबारा भेजें।
refusal-bank-file-gone = फ़ाइल { $file } अपनी जगह पर नहीं है। भुगतान नाकाम लिखें और दोबारा भेजें।
refusal-cash-payout-off = यह मार्ट कारीगर को नकद नहीं देता। प्रबंधक सेटिंग में इसकी इजाज़त दे सकते हैं।
refusal-cash-payout-over = { $name } को आज { $limit } से ज़्यादा नकद हो जाएगा। बैंक से भुगतान करें।
refusal-due-changed = आपके देखने के बाद बकाया बदल गया: अब { $total } है। कुछ दर्ज नहीं हुआ। दोबारा देखें।
refusal-no-bank-account = { $name } का इस तरीक़े का खाता दर्ज नहीं है। पहले उनके पन्ने पर खाता लिखें।
refusal-no-payer = मार्ट का अपना खाता दर्ज नहीं है। प्रबंधक इसे सेटिंग में लिखें।
refusal-not-office-till = यह गल्ला हिसाब और भुगतान नहीं करता, गल्ला { $office } करता है। यहाँ बकाया देख सकते हैं।
refusal-nothing-to-settle = यहाँ अभी हिसाब करने को कुछ नहीं है।
refusal-rail-over-limit = { $name } को { $limit } से ज़्यादा देना है, जो UPI से नहीं जाता। बैंक खाता लिखें।
refusal-reference-used = संदर्भ { $reference } पहले काम आ चुका है। बैंक का ब्योरा दोबारा देखें।
refusal-reference-wrong = { $reference } बैंक का संदर्भ नहीं है: NEFT में 16 अक्षर-अंक, RTGS में 22, IMPS और UPI में 12 अंक होते हैं।
refusal-reply-refused = बैंक के जवाब की { $rows } पंक्तियाँ ग़लत हैं, इसलिए कुछ नहीं लिया गया। नीचे देखें।
refusal-reply-totals = फ़ाइल में जोड़ { $file } लिखा है, पर पंक्तियों का जोड़ { $sent } है। कुछ नहीं लिया गया।
refusal-second-person-new = उनका PIN अभी-अभी रखा गया है, इसलिए वे दूसरे व्यक्ति नहीं हो सकते। { $hours } घंटे और, या किसी और से पूछें।
refusal-settlement-elsewhere = हिसाब { $number } { $state ->
    [posted] दर्ज है, मंज़ूर नहीं
    [withdrawn] वापस लिया जा चुका है
    [approved] मंज़ूर है
    [sent] भेजा जा चुका है
    [confirmed] पहुँच चुका है
   *[failed] नाकाम है
  }। कुछ नहीं बदला।
refusal-unknown-settlement = हिसाब { $number } इस गल्ले का नहीं है।
