import type { ProfileChange } from "@/lib/account/profile/schema";
import type { FieldFaults } from "@/lib/errors";
import { cleanText } from "@/lib/text/clean";
import { graphemeCount, isVisible } from "@/lib/text/length";

/** The most a part of a profile may hold, in graphemes; `instance` tells clients. */
export const PROFILE_LIMITS = { name: 30, bio: 500, fields: 4, fieldName: 255, fieldValue: 255 } as const;

/** One grapheme can carry marks without end; this many code points a grapheme are plenty. */
const CODE_POINTS = 10;

/** A text of one line as it is kept; one without anything to see is empty. */
export function cleanLine(text: string): string {
  const line = cleanText(text.replace(/\s+/g, " "));
  return isVisible(line) ? line : "";
}

/** The fields as they are kept: those with a name or a value, in their order. */
export function cleanFields(fields: { name: string; value: string }[]): { name: string; value: string }[] {
  return fields
    .map(({ name, value }) => ({ name: cleanLine(name), value: cleanLine(value) }))
    .filter(({ name, value }) => name !== "" || value !== "");
}

/** What is wrong with a change of a profile, field by field in Mastodon's words. */
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

/** Long texts are refused by their length before they are segmented, which is slower. */
function fits(text: string, most: number): boolean {
  return text.length <= most * CODE_POINTS && graphemeCount(text) <= most;
}
