"use client";

import { messages as sentences } from "@/app/_words/messages";
import { ArrowDown, CircleAlert, ShieldCheck } from "lucide-react";
import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Virtualizer } from "virtua";
import { serverNow } from "@/app/_client/clock";
import { MessageBubble } from "@/app/_features/messages/bubble";
import { itemsOf, type Item } from "@/app/_features/messages/items";
import { nameOf } from "@/app/_features/messages/names";
import { dayOf } from "@/app/_features/messages/times";
import { useBubbleKeys } from "@/app/_features/messages/use-bubble-keys";
import { useLogScroll } from "@/app/_features/messages/use-log-scroll";
import { useReading } from "@/app/_features/messages/use-reading";
import type { useMessages } from "@/app/_features/messages/use-messages";
import { Trouble } from "@/app/_features/feed/rows";
import { cx } from "@/app/_ui/cx";
import { BarkSkeletons } from "@/app/_ui/skeleton";
import type { ConversationSummary, MessageView } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";

interface LogProps {
  conversation: ConversationSummary;
  messages: ReturnType<typeof useMessages>;
  /** A message to begin at. */
  at: string | null;
  reply: (message: MessageView) => void;
  edit: (message: MessageView) => void;
}

/** The messages of a conversation, which stay at the newest while the reader is there. */
export function MessageLog({ conversation, messages: { loaded, problem, older, reach }, at, reply, edit }: LogProps) {
  const { firstNew, seen } = useReading(conversation.id, conversation.unread);
  const items = useMemo(
    () => (loaded && firstNew !== undefined ? itemsOf(loaded.messages, firstNew) : null),
    [loaded, firstNew],
  );
  const { list, box, ...scroll } = useLogScroll({ items, more: loaded?.more ?? false, older, atEnd: seen });
  const { jump } = scroll;
  const goTo = useCallback(
    (messageId: string) => void reach(messageId).then((there) => there && jump(messageId)),
    [reach, jump],
  );
  useEffect(() => {
    if (at) goTo(at);
  }, [at, goTo]);

  useBubbleKeys(box, loaded?.messages ?? null, { reply, edit });
  if (problem && !loaded) return <Trouble sentence={problem} again={() => location.reload()} />;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        role="log"
        aria-label={sentences.logOf(nameOf(conversation))}
        // New messages are announced below; scrolling adds and removes old ones.
        aria-live="off"
        className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain px-4 [overflow-anchor:none] desk:px-5"
      >
        <span className="flex-1" />
        {items === null ? (
          <BarkSkeletons count={3} />
        ) : (
          <Virtualizer ref={list} scrollRef={box} shift={scroll.shift} data={items} onScroll={scroll.moved}>
            {(item: Item, index: number) => (
              <Row
                key={item.key}
                item={item}
                conversation={conversation}
                newest={index === items.length - 1}
                reply={reply}
                edit={edit}
                goTo={goTo}
              />
            )}
          </Virtualizer>
        )}
      </div>
      <Announcer messages={loaded?.messages ?? null} />
      {scroll.away && (
        <button
          type="button"
          onClick={scroll.toEnd}
          className="absolute bottom-3 left-1/2 inline-flex min-h-11 -translate-x-1/2 items-center gap-2 rounded-pill bg-ink px-4 text-small font-bold text-paper shadow-e2"
        >
          {scroll.below > 0 ? (
            <bdi>{sentences.newBelow(scroll.below)}</bdi>
          ) : (
            <span className="sr-only">{sentences.newestMessage}</span>
          )}
          <ArrowDown className="size-4.5" aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

interface RowProps {
  item: Item;
  conversation: ConversationSummary;
  newest: boolean;
  reply: (message: MessageView) => void;
  edit: (message: MessageView) => void;
  goTo: (messageId: string) => void;
}

const Row = memo(function Row({ item, conversation, newest, ...acts }: RowProps) {
  if (item.kind === "message") {
    return <MessageBubble bubble={item} conversation={conversation} newest={newest} {...acts} />;
  }
  if (item.kind === "day") {
    return <p className="pt-3 pb-2 text-center text-meta font-medium text-ink-2">{dayOf(item.at, serverNow())}</p>;
  }
  if (item.kind === "notice") {
    const failed = item.message.status === "failed";
    const Sign = failed ? CircleAlert : ShieldCheck;
    return (
      <p className="flex items-center justify-center gap-1.5 pt-1.5 pb-4 text-center text-meta text-ink-2">
        <Sign className={cx("size-3.75 flex-none", failed ? "text-danger" : "text-pine")} aria-hidden="true" />
        <span dir="auto">{item.message.text}</span>
      </p>
    );
  }
  return (
    <p className="flex items-center gap-3 pb-3 text-meta font-bold text-accent-text before:h-px before:flex-1 before:bg-accent-line after:h-px after:flex-1 after:bg-accent-line">
      <bdi>{sentences.newBelow(item.count)}</bdi>
    </p>
  );
});

/** Reads new messages of others to people who do not see them. */
function Announcer({ messages }: { messages: MessageView[] | null }) {
  const [said, setSaid] = useState("");
  const last = useRef<string | null>(null);
  const newest = messages?.at(-1);
  useEffect(() => {
    if (!newest) return;
    const isFirst = last.current === null;
    if (last.current === newest.id) return;
    last.current = newest.id;
    if (isFirst || newest.sender === "me") return;
    setSaid(`${isolated(newest.sender.displayName)}: ${newest.text || "a picture"}`);
  }, [newest]);
  return (
    <p className="sr-only" aria-live="polite">
      {said}
    </p>
  );
}
