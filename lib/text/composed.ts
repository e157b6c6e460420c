/** More marks than any letter of a living script bears: that of Unicode's stream-safe texts (UAX 15, 13). */
const MOST_MARKS = 30;
/** Marks, and the two letters that compatibility forms turn into marks. */
const MARK = String.raw`[\p{M}\uff9e\uff9f]`;
const TOO_MANY = new RegExp(`(${MARK}{${MOST_MARKS}})${MARK}+`, "gu");

/**
 * A text of a stranger in a normal form of Unicode, in time that grows with its length only: normalising sorts the marks
 * of each letter, which takes a minute where there are some hundred thousand. Marks after the 30th of a letter are
 * dropped. Passwords are not normalised here, because nothing of them may be dropped, and they are short.
 */
export function composed(text: string, form: "NFC" | "NFKC" = "NFC"): string {
  return text.replace(TOO_MANY, "$1").normalize(form);
}
