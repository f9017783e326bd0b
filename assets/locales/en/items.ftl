# Words of the items screens and of taking in a table of them, in English. The same keys stand in ../hi/items.ftl.

screen-items = Items
items-search = Name, maker, district, SKU or barcode…
items-filters = Which items
item-filter-for-sale = For sale
item-filter-low = Running out
item-filter-no-price = No price
item-filter-short-hsn = HSN too short
item-filter-unconfirmed = Rate to be confirmed
item-filter-retired = Retired
items-count = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
items-none = There is nothing in this list.
items-import = Import a table
items-export = Write all to CSV
items-exported = { $count ->
    [one] { $count } item is
   *[other] { $count } items are
 } written to { $path }
page-before = Earlier
page-after = Further
item-new = New item
item-hsn-short = HSN { $hsn } is short
item-hsn-needs = Bills of this mart need { $digits } digits.
item-unconfirmed = Rate to be confirmed
item-no-price = No price
item-retired = Retired
item-sku = SKU (the mart’s own code)
item-barcode = Barcode
item-barcode-own = Empty: the mart's own
item-name-hi = Name in Hindi
item-name-en = Name in English
item-maker-hi = Maker in Hindi
item-maker-en = Maker in English
item-district = District
item-unit = Unit
item-class-find = Find the GST class
item-class-hint = HSN or words, e.g. brass
item-class = GST class
item-category = Kind of goods
item-variant = Variant (size, colour)
item-gi-name = Registered name of the GI
item-gi-number = GI application number
item-net = One holds (on the pack)
item-net-unit = Unit of what one holds
item-net-one = 1
item-gi = Registered GI
item-rate = GST today { $rate }.
item-saved = The item is saved.
item-retire = Take off sale
item-unretire = Put back on sale
item-variant-new = Make a variant
item-variants = Variants
item-of-parent = A variant of { $name }
item-picture = Photograph (JPEG or PNG, up to 10 MB)
photo-file = From a file
camera = From the camera
camera-waiting = Take the picture in the camera’s window; it will come here by itself. If it does not, copy it there and paste it here (Ctrl+V).
camera-cancel = Never mind
item-prices = Prices
item-new-price = New price
price-from = From
price-coming = From { $from }
price-now = In force since { $from }
price-past = Earlier, from { $from }
price-includes = GST included
price-excludes = GST on top
price-rate = GST rate
price-total = Customer pays
price-artisan = { $name } gets
price-mart = The mart keeps ({ $commission })
price-set = Set this price
price-saved = The price is saved.

import-what = Choose a CSV file with one item in each row. It needs the columns sku, name_hi, name_en, district, hsn, rate_class and unit. Nothing is taken in until you have seen it, and then all of it or nothing.
import-choose = Choose a CSV file
import-take = Take in
import-busy = Reading the file…
import-done = Done: { $added } added, { $changed } changed, { $unchanged } as before.
import-sum = { $name }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }, { $added } new, { $changed } changed, { $unchanged } as before.
import-refused-rows = { $count ->
    [one] { $count } row is wrong. Nothing can be taken in until it is correct.
   *[other] { $count } rows are wrong. Nothing can be taken in until they are correct.
}
import-row = Row
import-column = Column
import-wrong = What is wrong
import-cell = What stands there
import-effect = What happens
import-added = New
import-changed = Changed
import-fault-aadhaar = an Aadhaar number is not kept here
import-fault-barcode-taken = Another item or piece has this code
import-fault-barcode-twice = The same barcode stands in an earlier row
import-fault-dead-zone = The price falls between two GST rates; choose within these bounds
import-fault-empty = It is empty
import-fault-formula = It is a formula; write plain words
import-fault-negative-price = The price is negative
import-fault-no-agreement = There is no agreement with this artisan
import-fault-not-a-date = It is not a date
import-fault-not-a-number = It is not a quantity
import-fault-not-a-price = It is not a price
import-fault-not-yes-no = Write yes or no
import-fault-past = A new price can begin today or later
import-fault-price-too-high = The price is too high
import-fault-sku-twice = The same SKU stands in an earlier row
import-fault-unit-unfit = What is here does not fit this unit
import-fault-stock-of-known = Only new items can bring stock
import-fault-too-long = It is too long
import-fault-unfit = It does not fit
import-fault-unknown-class = There is no such GST class
import-fault-unknown-consignor = There is no such artisan
import-fault-unknown-district = There is no such district
import-fault-unknown-icon = There is no such kind of goods
import-fault-unknown-item = There is no such item
import-fault-unknown-unit = There is no such unit
import-fault-unprintable = It cannot be printed
import-fault-wrong-width = The row has more or fewer cells than the first row
import-fault-zero-price = The price is zero

icon-textile = Textiles
icon-leather = Leather
icon-metal = Metal
icon-wood = Wood
icon-clay = Pottery
icon-stone = Stone
icon-glass = Glass
icon-jewellery = Jewellery
icon-food = Food
icon-fragrance = Fragrance
icon-carpet = Carpets
icon-paper = Paper
icon-toy = Toys
icon-music = Musical instruments
icon-sport = Sports goods
icon-cane = Cane and bamboo
icon-bone = Horn and bone
icon-other = Other
