# Who buys, in English. The same keys stand in ../hi/buyer.ftl.

buyer = Customer
buyer-add = Add customer · mobile or GSTIN
buyer-mobile = Mobile
buyer-gstin = GSTIN
buyer-name = Name
buyer-address = Address
buyer-delivery = Deliver to (if elsewhere)
buyer-state = State
buyer-state-none = Not said
buyer-pan = PAN
buyer-declared = No PAN: declaration signed
buyer-sez = Unit in a special economic zone (SEZ)
buyer-consent = The customer agrees: we keep name, mobile and address to know them next time and show their bills. They can take this back whenever they like.
buyer-known = Known customer
buyer-bills = Last bills
buyer-bills-none = No bill yet
buyer-forget = Forget this customer
buyer-forgotten = The customer is forgotten. Bills stay as the law asks, and earlier safe copies until newer ones take their place.
buyer-clear = No customer
warning-other-state = Supply to { $state }: IGST is charged.
