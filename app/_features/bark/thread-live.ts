import type { AppEvent } from "@/app/_client/events";
import type { Status } from "@/lib/barks/schema";
import type { Counts } from "@/lib/realtime/events";
import type { ThreadContext } from "@/lib/threads/schema";

/** Whether a bark of the conversation has more replies by now than were loaded. */
export function missing(context: ThreadContext, mainId: string, { id, replies_count }: Counts): boolean {
  const { descendants, gaps } = context;
  if (id !== mainId && !descendants.some((status) => status.id === id)) return false;
  const known = [...descendants, ...gaps].filter((reply) => reply.in_reply_to_id === id);
  return replies_count > known.length;
}

/** The replies in the newer reading that the older one does not have. */
export function unread(shown: ThreadContext, latest: ThreadContext): Status[] {
  const there = new Set(shown.descendants.map(({ id }) => id));
  return latest.descendants.filter(({ id }) => !there.has(id));
}

/** What disappeared from an open conversation: deleted barks, and people who were muted or blocked. */
export interface Left {
  gone: ReadonlySet<string>;
  hidden: ReadonlySet<string>;
}

export const NOTHING_LEFT: Left = { gone: new Set(), hidden: new Set() };

/** The conversation without them; a placeholder stays where others answer them. */
export function without(context: ThreadContext, { gone, hidden }: Left): ThreadContext {
  const leaves = (status: Status) => gone.has(status.id) || hidden.has(status.account.id);
  const lost = [...context.ancestors, ...context.descendants].filter(leaves);
  if (lost.length === 0) return context;
  const gaps = lost.map(({ id, in_reply_to_id }): ThreadContext["gaps"][number] => {
    return { id, in_reply_to_id, reason: gone.has(id) ? "deleted" : "hidden" };
  });
  return {
    ancestors: context.ancestors.filter((status) => !leaves(status)),
    descendants: context.descendants.filter((status) => !leaves(status)),
    gaps: [...context.gaps, ...gaps],
  };
}

/** The disappeared barks and people after one more event. */
export function leftAfter(left: Left, news: AppEvent): Left {
  const plus = (set: ReadonlySet<string>, id: string) => new Set([...set, id]);
  const minus = (set: ReadonlySet<string>, id: string) => new Set([...set].filter((other) => other !== id));
  if (news.type === "gone") return { ...left, gone: plus(left.gone, news.id) };
  if (news.type === "back") return { ...left, gone: minus(left.gone, news.status.id) };
  if (news.type === "person-hidden") return { ...left, hidden: plus(left.hidden, news.personId) };
  if (news.type === "person-shown") return { ...left, hidden: minus(left.hidden, news.personId) };
  return left;
}
