import { PROFILE_LIMITS } from "@/lib/account/rules";
import type { ProfileChange } from "@/lib/account/profile/schema";
import type { FieldFaults } from "@/lib/errors";
import { cleanText } from "@/lib/text/clean";
import { graphemeCount, isVisible } from "@/lib/text/length";

/** Code points per grapheme: limits combining marks, of which one grapheme can have any number. */
const CODE_POINTS = 10;

/** Cleans a single-line text for storage; one without a visible character becomes empty. */
export function cleanLine(text: string): string {
  const line = cleanText(text.replace(/\s+/g, " "));
  return isVisible(line) ? line : "";
}

/** The fields as they are stored: those with a name or a value, in order. */
export function cleanFields(fields: { name: string; value: string }[]): { name: string; value: string }[] {
  return fields
    .map(({ name, value }) => ({ name: cleanLine(name), value: cleanLine(value) }))
    .filter(({ name, value }) => name !== "" || value !== "");
}

/** The errors in a change of a profile, by field, in Mastodon's format. */
export function profileFaults(change: ProfileChange): FieldFaults {
  const faults: FieldFaults = {};
  const limit = (field: string, text: string | undefined, most: number, what: string) => {
    if (text === undefined || fits(text, most)) return;
    faults[field] = [{ error: "ERR_TOO_LONG", description: `${what} has at most ${most} characters.` }];
  };
  limit("display_name", change.display_name && cleanLine(change.display_name), PROFILE_LIMITS.name, "A name");
  limit("note", change.note && cleanText(change.note), PROFILE_LIMITS.bio, "A bio");
  const fields = cleanFields(change.fields_attributes ?? []);
  if (fields.length > PROFILE_LIMITS.fields) {
    faults["fields"] = [
      { error: "ERR_TOO_MANY", description: `A profile has at most ${PROFILE_LIMITS.fields} fields.` },
    ];
  }
  for (const { name, value } of fields) {
    limit("fields", name, PROFILE_LIMITS.fieldName, "The name of a field");
    limit("fields", value, PROFILE_LIMITS.fieldValue, "A field");
    if (name === "") faults["fields"] = [{ error: "ERR_BLANK", description: "Please give each field a name." }];
  }
  return faults;
}

/** The cheap check by length comes first, because segmenting a long text is slow. */
function fits(text: string, most: number): boolean {
  return text.length <= most * CODE_POINTS && graphemeCount(text) <= most;
}
