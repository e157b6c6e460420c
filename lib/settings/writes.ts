import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { write } from "@/lib/neo4j";
import { completed, forgetSettings, storedSettings } from "@/lib/settings/reads";
import { changed, differences } from "@/lib/settings/rules";
import type { SettingsChange, TownSettings } from "@/lib/settings/schema";
import { logEntry } from "@/lib/staff/reads";
import type { StaffActor } from "@/lib/staff/schema";

const Version = z.object({ version: z.number() });

/** How often a change is tried again after somebody else was faster. */
const TRIES = 5;

/**
 * Changes some of the town's settings, which the staff log notes; of two changes at once, none is lost.
 * @returns all settings after it
 * @throws ApiError conflict when others change them all the time
 */
export async function changeSettings(actor: StaffActor, change: SettingsChange): Promise<TownSettings> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { chosen, version } = await storedSettings();
    const before = completed(chosen);
    const after = { ...chosen, ...changed(before, change, newId, Date.now()) };
    const entry = logEntry(actor, "settings", { note: differences(before, completed(after)) });
    const [saved] = await write("settings/save", { document: JSON.stringify(after), version, entry }, Version);
    if (!saved) continue;
    await forgetSettings();
    return completed(after);
  }
  throw new ApiError("conflict");
}
