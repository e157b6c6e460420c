import type { Status } from "@/lib/barks/schema";
import type { Tie } from "@/lib/people/schema";

/**
 * What belongs on somebody's Home: their own barks, and what people they follow *now* bark and pass on, but nothing
 * of those they mute. The timeline may still hold a bark of somebody just unfollowed; this keeps it from showing.
 */
export function belongsOnHome(status: Status, readerId: string, ties: Map<string, Tie>): boolean {
  const { account, reblog } = status;
  if (reblog && ties.get(reblog.account.id)?.muting) return false;
  if (account.id === readerId) return true;
  const tie = ties.get(account.id);
  return tie !== undefined && !tie.muting && (reblog ? tie.followingRebarks : tie.following);
}

/** What belongs on a list of everybody's barks: nothing of those whom the reader mutes. */
export function belongsInTown(status: Status, readerId: string | null, ties: Map<string, Tie>): boolean {
  return status.account.id === readerId || !ties.get(status.account.id)?.muting;
}

/** How Redis keeps an entry of a timeline: a bark by its id, a rebark as "id:of", ordered by the id. */
export function toMember({ id, of }: { id: string; of?: string | null }): string {
  return of ? `${id}:${of}` : id;
}

/** An entry of a timeline from how Redis keeps it. */
export function toEntry(member: string): { id: string; of: string | null } {
  return { id: member.slice(0, 19), of: member.slice(20) || null };
}

/** Within how many entries of a timeline a rebark of the same bark is not shown again. */
const WINDOW = 40;

/** A timeline, newest first, without rebarks of what is among the entries right below them. */
export function withoutRepeats<E extends { id: string; of?: string | null }>(entries: E[]): E[] {
  const kept: E[] = [];
  for (const entry of entries.toReversed()) {
    const recent = kept.slice(-WINDOW);
    if (!entry.of || !recent.some(({ id, of }) => id === entry.of || of === entry.of)) kept.push(entry);
  }
  return kept.toReversed();
}
