import type { AccountWarning, Measure, StrikeRow } from "@/lib/strikes/schema";
import { DAY_MS } from "@/lib/time";

/** How long (ms) somebody may appeal against a measure. */
export const APPEAL_MS = 20 * DAY_MS;

/** The longest explanation, appeal and answer, in characters. */
export const LONGEST = 2_000;

/** Why somebody cannot appeal; null when they can. */
export type AppealFault = "appealed" | "lifted" | "late";

/** Whether a person may appeal against a measure at some time (Unix ms): once, within twenty days, while it is in force. */
export function appealFault(
  { at, appealState, liftedAt }: Pick<StrikeRow, "at" | "appealState" | "liftedAt">,
  now: number,
): AppealFault | null {
  if (appealState !== null) return "appealed";
  if (liftedAt !== null) return "lifted";
  return now < at + APPEAL_MS ? null : "late";
}

/** Whether a measure changes barks. */
export function isAboutBarks(measure: Measure): boolean {
  return measure === "cover" || measure === "delete";
}

/** Whether somebody who signs in only sees why they cannot. */
export function closesAccount(measure: Measure): boolean {
  return measure === "suspend" || measure === "disable";
}

/** The measures by the names that Mastodon's clients read. */
export const MEASURE_OF: Record<AccountWarning["action"], Measure> = {
  none: "warn",
  disable: "disable",
  mark_statuses_as_sensitive: "cover",
  delete_statuses: "delete",
  sensitive: "sensitive",
  silence: "limit",
  suspend: "suspend",
};
