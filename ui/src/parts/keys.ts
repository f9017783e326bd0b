// Every key, as F1 shows them: those of each screen, and those that hold on all of them. Not here: what a key does
// (each screen knows its own).

/** A key and the message that says what it does. */
type Key = [string, string];

const KEYS: Record<string, Key[]> = {
  sell: [
    ['F8', 'pay-cash'],
    ['F9', 'pay-upi'],
    ['F10', 'pay-card'],
    ['F7', 'pay-split'],
    ['F2', 'line-discount'],
    ['Alt P', 'line-price'],
    ['Alt N', 'line-note'],
    ['F4', 'buyer-add'],
    ['*4', 'help-times'],
    ['+ −', 'help-quantity'],
    ['↑ ↓', 'help-choose'],
    ['Del', 'remove-line'],
    ['Ctrl Z', 'help-undo'],
    ['F5', 'help-hold'],
    ['Ctrl 1', 'recall'],
    ['F6', 'reprint-last'],
    ['Alt R', 'show-receipt'],
    ['Alt G', 'gift-receipt'],
    ['Alt T', 'certificate-print'],
  ],
  returns: [
    ['F5', 'return-all'],
    ['+ −', 'help-quantity'],
    ['F2', 'return-broken'],
    ['F4', 'return-how'],
    ['F8', 'return-exchange'],
    ['Enter', 'return-take'],
  ],
  bills: [
    ['F8', 'bill-return'],
    ['F6', 'reprint'],
    ['F4', 'bill-void'],
    ['F9', 'upi-tasks'],
    ['PgUp', 'day-before'],
    ['PgDn', 'day-after'],
  ],
  day: [
    ['F5', 'move-cash'],
    ['F6', 'report-print'],
    ['F7', 'save-pdf'],
  ],
  items: [
    ['F2', 'item-new'],
    ['F4', 'items-import'],
    ['F6', 'items-export'],
    ['PgUp', 'page-before'],
    ['PgDn', 'page-after'],
  ],
  stock: [
    ['F5', 'count'],
    ['F6', 'items-export'],
    ['F7', 'save-pdf'],
    ['F8', 'purchase'],
    ['F10', 'transfers'],
    ['F2', 'give-back'],
    ['F4', 'adjust'],
    ['F9', 'unsold'],
    ['PgUp', 'page-before'],
    ['PgDn', 'page-after'],
  ],
  consign: [
    ['F2', 'draft-start'],
    ['F4', 'consignor-new'],
    ['F9', 'drafts-open'],
    ['F6', 'items-export'],
    ['F7', 'save-pdf'],
    ['*4', 'help-times'],
    ['+ −', 'help-quantity'],
    ['F5', 'recount-start'],
    ['F8', 'draft-take'],
    ['Del', 'remove'],
  ],
  artisan: [
    ['F6', 'artisan-print-statement'],
    ['F7', 'artisan-print-passbook'],
    ['F9', 'passbook'],
    ['PgUp', 'page-before'],
    ['PgDn', 'page-after'],
  ],
  people: [['F5', 'person-new']],
  printing: [
    ['F2', 'ways-change'],
    ['F8', 'labels'],
    ['F10', 'print-test'],
    ['Enter', 'print-again'],
    ['Del', 'print-drop'],
  ],
};

export const EVERYWHERE: Key[] = [
  ['F1', 'help'],
  ['F3', 'change-language'],
  ['Alt 1 – 0', 'help-screens'],
  ['Alt A', 'screen-artisan'],
  ['Alt H', 'screen-home'],
  ['Alt C', 'close-shift'],
  ['Alt L', 'lock-screen'],
  ['Alt Q', 'sign-out'],
  ['Esc', 'go-back'],
];

/** The keys of a screen, by its id. */
export const keysOf = (screen: string): Key[] => KEYS[screen] ?? [];
