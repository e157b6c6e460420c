/**
 * Replaces each digit d by 9 − d, so that the greater of two ids sorts first; its own inverse. Redis searches a sorted
 * set from its first member on, so in timelines the newest entry comes first: most are added there.
 */
export const invertDigits = (digits: string): string => digits.replace(/\d/g, (digit) => String(9 - Number(digit)));
