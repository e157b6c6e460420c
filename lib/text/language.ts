import { z } from "zod";

const known = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
/** Languages that Mastodon's clients offer and that ICU has no name for. */
const UNNAMED = new Set(["ldn", "tai", "zba"]);

/**
 * A language tag (BCP 47) in its canonical form, such as `pt-BR`: one that is well formed, of a language that exists.
 * The longest that RFC 5646 counts on is 35 characters.
 */
export const LanguageTag = z
  .string()
  .max(35)
  .transform((tag, context) => {
    const canonical = canonicalTag(tag);
    if (canonical !== null) return canonical;
    context.addIssue({ code: "custom", message: "must be a language code" });
    return z.NEVER;
  });

function canonicalTag(tag: string): string | null {
  try {
    const { baseName, language } = new Intl.Locale(tag);
    return language.length <= 3 && (UNNAMED.has(language) || known.of(language)) ? baseName : null;
  } catch {
    return null;
  }
}
