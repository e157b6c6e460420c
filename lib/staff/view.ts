import type { StaffAct, StaffLogEntry } from "@/lib/staff/schema";

/** An entry of the staff log, as staff read it. */
export function toLogEntry({ id, at, act, by, whom, subject, note }: StaffAct): StaffLogEntry {
  return { id, created_at: new Date(at).toISOString(), act, by, whom, subject, note };
}
