# Words of the settings screen, in English. The same keys stand in ../hi/settings.ftl.

screen-settings = Settings
settings-saved = The settings are saved.
settings-hsn = Digits of HSN on a bill
settings-upi = UPI address of the mart
settings-payee = Name the customer sees
settings-copies = Backup
settings-copies-where = Folder, for example on another disk
settings-recovery = The mart has a recovery code. A new one ends the old one.
settings-no-recovery = The mart has no recovery code yet.
settings-new-code = Make a new recovery code
settings-look = Look at under Items: HSN too short { $short }, rate to be confirmed { $unconfirmed }.
