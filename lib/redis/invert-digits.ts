/**
 * Nine minus each digit: of two ids the greater one becomes the smaller. Done twice it undoes itself. A sorted set is
 * searched from its first member on, so in timelines the newest has to be the first: that is where most is added.
 */
export const invertDigits = (digits: string): string => digits.replace(/\d/g, (digit) => String(9 - Number(digit)));
