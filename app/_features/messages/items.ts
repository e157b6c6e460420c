import { sameDay } from "@/app/_features/messages/times";
import type { MessageView } from "@/lib/messenger/schema";

/** A message with its place among its neighbours. */
export interface Bubble {
  kind: "message";
  key: string;
  message: MessageView;
  /** It continues the run of the one before it, and the one after it continues its own. */
  joinsUp: boolean;
  joinsDown: boolean;
  /** The time and the status stand below it. */
  foot: boolean;
}

/** A row of a conversation. */
export type Item =
  | Bubble
  | { kind: "day"; key: string; at: number }
  | { kind: "new"; key: string; count: number }
  | { kind: "notice"; key: string; message: MessageView };

/** Messages of one person that are no further apart (ms) form a run. */
const RUN_MS = 5 * 60_000;

/** Who wrote a message: an account, or the person themselves. */
export function writerOf({ sender }: MessageView): string {
  return sender === "me" ? "me" : sender.accountId;
}

/**
 * The rows of a conversation: days, the divider of what is new, notices, and messages in runs.
 * @param messages oldest first
 * @param firstNew the message above which the divider stands
 */
export function itemsOf(messages: MessageView[], firstNew: string | null): Item[] {
  const items: Item[] = [];
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    const after = messages[index + 1];
    if (!before || !sameDay(before.at, message.at)) {
      items.push({ kind: "day", key: `day:${new Date(message.at).toDateString()}`, at: message.at });
    }
    if (message.id === firstNew) {
      items.push({ kind: "new", key: "new", count: messages.slice(index).filter(isNews).length });
    }
    if (message.kind === "notice") return void items.push({ kind: "notice", key: message.id, message });
    const joinsDown = continues(message, after, firstNew);
    items.push({
      kind: "message",
      key: message.id,
      message,
      joinsUp: before !== undefined && continues(before, message, firstNew),
      joinsDown,
      foot: !joinsDown || isStuck(message, after),
    });
  });
  return items;
}

/** The row of a message; -1 when it is not there. */
export function rowOf(items: Item[], messageId: string): number {
  return items.findIndex((item) => item.key === messageId);
}

/** Not sent while the one after it was, or rejected: then it says so itself. */
function isStuck({ status }: MessageView, after: MessageView | undefined): boolean {
  return status === "failed" || (status === "sending" && after?.status !== "sending");
}

function continues(earlier: MessageView, later: MessageView | undefined, firstNew: string | null): boolean {
  return (
    later !== undefined &&
    later.id !== firstNew &&
    earlier.kind !== "notice" &&
    later.kind !== "notice" &&
    writerOf(earlier) === writerOf(later) &&
    later.at - earlier.at <= RUN_MS &&
    sameDay(earlier.at, later.at)
  );
}

const isNews = ({ sender, kind }: MessageView) => sender !== "me" && kind !== "notice";
