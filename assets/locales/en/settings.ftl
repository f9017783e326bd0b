# Words of the settings screen, in English. The same keys stand in ../hi/settings.ftl.

screen-settings = Settings
settings-saved = The settings are saved.
settings-hsn = Digits of HSN on a bill
settings-email = E-mail for complaints
settings-upi = UPI address of the mart
settings-payee = Name the customer sees
settings-copies = Backup
settings-copies-where = Folder, for example on another disk
settings-recovery = The mart has a recovery code. A new one ends the old one.
settings-no-recovery = The mart has no recovery code yet.
settings-new-code = Make a new recovery code
settings-look = Look at under Items: HSN too short { $short }, rate to be confirmed { $unconfirmed }.
settings-rules = Rules and limits
settings-discount-cashier = Cashier's discount, up to percent
settings-discount-manager = Manager's discount, up to percent
settings-return-limit = Cashier's returns, up to rupees of one bill
settings-return-days = Cashier's returns, days after the sale
settings-drop = Cashier to the safe at once, up to rupees
settings-paid-out = Cashier's small expense, up to rupees
settings-lock = Left alone the till locks, minutes (0: never)
settings-notes-2000 = Count notes of ₹2,000 too
settings-principal = Sell in the artisan's name (memo): only once a tax adviser has agreed
settings-memo-other-state = Such goods to buyers of other States too
settings-deducts-gst = A public body: deduct GST TDS on contracts above ₹2,50,000
