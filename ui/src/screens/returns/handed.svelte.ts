// The bill that another screen hands to the returns.

export const handed = $state({ bill: '' });
