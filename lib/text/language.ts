import { z } from "zod";

const known = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
/** Languages that Mastodon's clients offer but that ICU has no name for. */
const UNNAMED = new Set(["ldn", "tai", "zba"]);

/**
 * A language tag (BCP 47) in its canonical form, such as `pt-BR`: well formed, and of a known language. RFC 5646 expects
 * at most 35 characters.
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
