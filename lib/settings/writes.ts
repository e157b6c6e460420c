import { z } from "zod";
import { ApiError, invalid, invalidFields } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { write } from "@/lib/neo4j";
import { findPersonId } from "@/lib/people/reads";
import { completed, forgetSettings, storedSettings } from "@/lib/settings/reads";
import { changed, differences, SETTINGS_LIMITS } from "@/lib/settings/rules";
import type { SettingsChange, TownSettings } from "@/lib/settings/schema";
import { logEntry } from "@/lib/staff/reads";
import type { StaffActor } from "@/lib/staff/schema";

const Version = z.object({ version: z.number() });

/** How often a change is tried again after somebody else was faster. */
const TRIES = 5;

/**
 * Changes some of the town's settings, which the staff log notes; of two changes at once, none is lost.
 * @param wanted the change, or what makes it from the present settings: for lists of which only a part is changed
 * @returns all settings after it
 * @throws ApiError conflict when others change them all the time; invalid when nobody has the handle of the contact
 */
export async function changeSettings(
  actor: StaffActor,
  wanted: SettingsChange | ((before: TownSettings) => SettingsChange),
): Promise<TownSettings> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { chosen, version } = await storedSettings();
    const before = completed(chosen);
    const change = typeof wanted === "function" ? wanted(before) : wanted;
    await requireContact(change, before);
    const after = { ...chosen, ...changed(before, change, newId, Date.now()) };
    const entry = logEntry(actor, "settings", { note: differences(before, completed(after)) });
    const [saved] = await write("settings/save", { document: JSON.stringify(after), version, entry }, Version);
    if (!saved) continue;
    await forgetSettings();
    return completed(after);
  }
  throw new ApiError("conflict");
}

/** Requires that somebody here has the handle of who answers, where it changes. @throws ApiError invalid */
async function requireContact({ contact_handle: handle }: SettingsChange, before: TownSettings): Promise<void> {
  if (!handle || handle === before.contact_handle || (await findPersonId(handle)) !== null) return;
  throw invalidFields({ contact_handle: [{ error: "ERR_INVALID", description: "Nobody here has this handle." }] });
}

/**
 * Blocks the e-mail addresses of a domain and of its subdomains.
 * @throws ApiError invalid when it is blocked already, or when as many are blocked as may be; conflict
 */
export async function blockDomain(actor: StaffActor, domain: string): Promise<void> {
  await changeSettings(actor, ({ blocked_domains: blocked }) => {
    if (blocked.includes(domain)) throw invalid("domain", "ERR_TAKEN", "Domain has already been taken");
    if (blocked.length >= SETTINGS_LIMITS.domains) {
      throw invalid("domain", "ERR_TOO_MANY", `At most ${SETTINGS_LIMITS.domains} domains can be blocked.`);
    }
    return { blocked_domains: [...blocked, domain] };
  });
}

/** Takes the e-mail addresses of a domain again. @throws ApiError not_found when it is not blocked; conflict */
export async function unblockDomain(actor: StaffActor, domain: string): Promise<void> {
  await changeSettings(actor, ({ blocked_domains: blocked }) => {
    if (!blocked.includes(domain)) throw new ApiError("not_found");
    return { blocked_domains: blocked.filter((other) => other !== domain) };
  });
}
