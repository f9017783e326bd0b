# Words of setting a mart up, in English. The same keys stand in ../hi/setup.ftl.

set-up = Set up this till
set-up-what = There is no mart on this computer yet. Choose the language to begin. Nothing is kept until the last step.
set-up-demo = Look at the demo mart instead
set-up-language = Language
set-up-mart = Mart
set-up-people = People
set-up-printer = Printer
set-up-review = Look it over
set-up-name-hi = Mart’s name in Hindi
set-up-name-en = Mart’s name in English
set-up-place-hi = Place in Hindi, short
set-up-place-en = Place in English, short
set-up-address-hi = Address in Hindi
set-up-address-en = Address in English
set-up-district = District
set-up-phone = Phone
set-up-till = Till code (two characters)
set-up-person-hi = Name in Hindi
set-up-person-en = Name in English
set-up-pin = PIN, six digits
set-up-pin-again = The same PIN again
set-up-pin-other = The two PINs differ.
set-up-first-bill = First bill
set-up-fixed = The district, the State and the till code stay as they are. Everything else can be changed later.
set-up-make = Set up the mart
set-up-finish = I have written it down
gstin-good = Right. State: { $state }
gstin-other-state = It is of another State. Bills and tax hang on the State, so it stays.
gstin-left = { $count ->
    [one] { $count } character more
   *[other] { $count } characters more
}
printer-network = On the network
printer-file = On a cable
printer-folder = Files in a folder
printer-system = A printer of this computer
printer-where = Its address or path
printer-width = Paper width
recovery-code = Recovery code
recovery-code-what = Write this code down and keep it in a safe place. If the manager forgets the PIN, only this code sets a new one. It is not shown again.
recovery-code-last = Type its last 4 characters
recover = Forgot the manager’s PIN?
recover-set = Set the new PIN
recovery-code-next = The new PIN holds. The old recovery code is used up: write down this new one.
