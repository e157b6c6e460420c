import { ownAccount } from "@/lib/account/reads";
import { cleanFields, cleanLine, profileFaults } from "@/lib/account/profile/rules";
import type { ProfileChange } from "@/lib/account/profile/schema";
import { forgetIdentity } from "@/lib/auth/writes";
import { ApiError, invalidFields } from "@/lib/errors";
import { write, IdRow } from "@/lib/neo4j";
import { portraitFor } from "@/lib/drawings/portrait";
import { sceneryFor } from "@/lib/drawings/scenery";
import type { CredentialAccount } from "@/lib/people/schema";
import { cleanText } from "@/lib/text/clean";
import { searchable } from "@/lib/text/words";

/**
 * Changes a person's profile and settings; fields left out stay as they are.
 * @param pictures keys of new pictures
 * @throws ApiError invalid, by field
 */
export async function updateProfile(
  personId: string,
  change: ProfileChange,
  pictures: { portrait?: string; header?: string } = {},
): Promise<CredentialAccount> {
  const faults = profileFaults(change);
  if (Object.keys(faults).length > 0) throw invalidFields(faults);
  const fields = change.fields_attributes && cleanFields(change.fields_attributes);
  const called = change.display_name === undefined ? undefined : cleanLine(change.display_name) || null;
  const bio = change.note === undefined ? undefined : cleanText(change.note);
  const changed = {
    name: called,
    bio,
    nameWords: called ? searchable(called) : undefined,
    bioWords: bio === undefined ? undefined : searchable(bio),
    locked: change.locked,
    bot: change.bot,
    discoverable: change.discoverable,
    hideCollections: change.hide_collections,
    indexable: change.indexable,
    showsLikes: change.shows_likes,
    fieldNames: fields?.map(({ name }) => name),
    fieldValues: fields?.map(({ value }) => value),
    barksFor: change.source?.privacy,
    barksSensitive: change.source?.sensitive,
    barksIn: change.source?.language,
    quotePolicy: change.source?.quote_policy,
    ...pictures,
  };
  return store(personId, changed);
}

/** Removes an uploaded picture, so that the drawn one is shown again. */
export function removeProfilePicture(personId: string, which: "avatar" | "header"): Promise<CredentialAccount> {
  return store(personId, which === "avatar" ? { portrait: portraitFor(personId) } : { header: sceneryFor(personId) });
}

async function store(personId: string, changed: Record<string, unknown>): Promise<CredentialAccount> {
  const known = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
  // Without a display name, the handle is shown.
  const { name, ...rest } = known;
  const [row] = await write(
    "account/update_profile",
    { personId, changed: name === null ? rest : known, unnamed: name === null },
    IdRow,
  );
  if (!row) throw new ApiError("unauthorized");
  await forgetIdentity(personId);
  return ownAccount(personId);
}
