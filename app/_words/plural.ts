/** The language of the sentences in this folder. */
const LANGUAGE = "en";

const rules = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE);

/** A sentence for each plural category that the language has; "#" stands for the number. */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Returns the sentence for this count: `plural(22, { one: "# like", other: "# likes" })` is "22 likes". */
export function plural(count: number, forms: PluralForms): string {
  return (forms[rules.select(count)] ?? forms.other).replaceAll("#", numbers.format(count));
}
