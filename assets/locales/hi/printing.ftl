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
