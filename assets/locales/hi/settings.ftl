# Words of the settings screen, in Hindi. The same keys stand in ../en/settings.ftl.

screen-settings = सेटिंग
settings-saved = सेटिंग सुरक्षित हुई।
settings-hsn = बिल पर HSN के अंक
settings-upi = मार्ट का UPI पता
settings-payee = ग्राहक को दिखने वाला नाम
settings-copies = बैकअप
settings-copies-where = फ़ोल्डर, जैसे दूसरी डिस्क पर
settings-recovery = मार्ट का बचाव कोड है। नया बनाने पर पुराना नहीं चलेगा।
settings-no-recovery = मार्ट का बचाव कोड अभी नहीं बना है।
settings-new-code = नया बचाव कोड बनाएँ
settings-look = सामान में देखें: HSN छोटा { $short }, दर पक्की नहीं { $unconfirmed }।
