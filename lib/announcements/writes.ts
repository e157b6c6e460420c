import { z } from "zod";
import { forgetAnnouncements, townAnnouncements } from "@/lib/announcements/reads";
import { ANNOUNCEMENT_LIMITS as LIMITS } from "@/lib/announcements/rules";
import type { NewAnnouncement, TownAnnouncement } from "@/lib/announcements/schema";
import { toAnnouncement, toTownAnnouncement } from "@/lib/announcements/view";
import { ApiError, invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { IdRow, write } from "@/lib/neo4j";
import { emojiOf } from "@/lib/reactions/rules";
import { announceToTown } from "@/lib/realtime/writes";
import { logEntry } from "@/lib/staff/reads";
import type { StaffActor } from "@/lib/staff/schema";
import { cleanText } from "@/lib/text/clean";

/** How many people have chosen an emoji now. */
const ReactedRow = z.object({ count: z.number() });

const FOREVER = Number.MAX_SAFE_INTEGER;

/**
 * Announces something to everybody who lives here. It is in the staff log.
 * @throws ApiError invalid when too many run already
 */
export async function announce(actor: StaffActor, { text, expires_in }: NewAnnouncement): Promise<TownAnnouncement> {
  const at = Date.now();
  const until = expires_in === null ? FOREVER : at + expires_in * 1_000;
  const running = (await townAnnouncements()).filter((one) => one.running);
  if (running.length >= LIMITS.running)
    throw invalid("text", "ERR_TOO_MANY", `${LIMITS.running} announcements run already. Take one back first.`);
  const row = { id: newId(), text: cleanText(text), at, until };
  const entry = logEntry(actor, "announcement", { subject: row.id, note: row.text });
  await write("announcements/create", { ...row, entry }, IdRow);
  await forgetAnnouncements();
  announceToTown({ type: "announcement", announcement: toAnnouncement(row, undefined) });
  return toTownAnnouncement(row, at);
}

/** Takes an announcement back. It is in the staff log. @throws ApiError not_found */
export async function withdraw(actor: StaffActor, id: string): Promise<void> {
  const entry = logEntry(actor, "announcement", { subject: id, note: "taken back" });
  const rows = await write("announcements/withdraw", { id, entry }, IdRow);
  await forgetAnnouncements();
  if (rows.length === 0) throw new ApiError("not_found");
  announceToTown({ type: "announcement:deleted", id });
}

/** Notes that a person has read an announcement, which is no longer shown to them. @throws ApiError not_found */
export async function markRead(personId: string, id: string): Promise<void> {
  const rows = await write("announcements/mark_read", { personId, id }, IdRow);
  if (rows.length === 0) throw new ApiError("not_found");
}

/**
 * Reacts to an announcement.
 * @throws ApiError not_found, invalid when `name` is not one emoji, or the announcement has as many different ones as fit
 */
export async function reactTo(personId: string, id: string, name: string): Promise<void> {
  const emoji = emojiNamed(name);
  const params = { personId, id, emoji, at: Date.now(), most: LIMITS.emoji };
  const [row] = await write("announcements/react", params, ReactedRow.extend({ fits: z.boolean() }));
  if (!row) throw new ApiError("not_found");
  if (!row.fits) throw invalid("name", "ERR_TOO_MANY", `An announcement takes ${LIMITS.emoji} different emoji.`);
  announceToTown({ type: "announcement:reaction", id, name: emoji, count: row.count });
}

/** Takes a reaction back. @throws ApiError not_found, invalid when `name` is not one emoji */
export async function unreactTo(personId: string, id: string, name: string): Promise<void> {
  const emoji = emojiNamed(name);
  const [row] = await write("announcements/unreact", { personId, id, emoji }, ReactedRow);
  if (!row) throw new ApiError("not_found");
  announceToTown({ type: "announcement:reaction", id, name: emoji, count: row.count });
}

function emojiNamed(name: string): string {
  const emoji = emojiOf(name);
  if (emoji === null) throw invalid("name", "ERR_INVALID", "Please choose one emoji.");
  return emoji;
}
