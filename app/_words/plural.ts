/** The language of the sentences in this folder. */
const LANGUAGE = "en";

const rules = new Intl.PluralRules(LANGUAGE);
let numbers: Intl.NumberFormat | undefined;

/** A sentence for each plural category that the language has; "#" stands for the number. */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Returns the sentence for this count: `plural(22, { one: "# like", other: "# likes" })` is "22 likes". */
export function plural(count: number, forms: PluralForms): string {
  return (forms[rules.select(count)] ?? forms.other).replaceAll("#", inDigits(count));
}

/** A number as the language writes it. Small ones need no format, which takes browsers tens of milliseconds to make. */
function inDigits(count: number): string {
  if (Number.isInteger(count) && count >= 0 && count < 1_000) return String(count);
  numbers ??= new Intl.NumberFormat(LANGUAGE);
  return numbers.format(count);
}
