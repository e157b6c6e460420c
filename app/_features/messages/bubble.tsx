"use client";

import { messages as sentences } from "@/app/_words/messages";
import { Check, CircleAlert, Clock, Ellipsis } from "lucide-react";
import { lazy, memo, Suspense, useRef, useState } from "react";
import { serverNow } from "@/app/_client/clock";
import { LinkedText } from "@/app/_features/bark/bark-text";
import { SealedPicture } from "@/app/_features/messages/attachment";
import { useDecrypted } from "@/app/_features/messages/use-decrypted";
import type { Bubble } from "@/app/_features/messages/items";
import { timeOf } from "@/app/_features/messages/times";
import { useLongPress } from "@/app/_features/messages/use-long-press";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import type { ConversationSummary, MessageView } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";

const BubbleMenu = lazy(() => import("@/app/_features/messages/bubble-menu"));

/** A message that is younger (ms) when it is first shown moves in. */
const ARRIVAL_MS = 2_000;

interface BubbleProps {
  bubble: Bubble;
  conversation: ConversationSummary;
  /** The Tab key leads to the newest; arrows to the others. */
  newest: boolean;
  reply: (message: MessageView) => void;
  edit: (message: MessageView) => void;
  goTo: (messageId: string) => void;
}

/** A message with what it answers, its pictures, its reactions and its status. */
export const MessageBubble = memo(function MessageBubble(props: BubbleProps) {
  const { bubble, conversation, newest, goTo } = props;
  const { message, joinsUp, joinsDown, foot } = bubble;
  const mine = message.sender === "me";
  const sender = message.sender === "me" ? null : message.sender;
  const group = conversation.kind === "group" && sender !== null;
  const anchor = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState(false);
  const press = useLongPress(() => setMenu(true));
  const pictures = message.attachments.filter(({ mediaType }) => mediaType.startsWith("image/"));
  const [arrives] = useState(() => serverNow() - message.at < ARRIVAL_MS);
  const hasReactions = message.reactions.length > 0;

  return (
    <div
      className={cx(
        "group flex items-start gap-2",
        joinsDown && !hasReactions && !foot ? "pb-[3px]" : "pb-4",
        mine && "flex-row-reverse",
      )}
    >
      {group && (joinsUp ? <span className="w-7 flex-none" /> : <Avatar src={sender.avatar} size={28} />)}
      <div className={cx("grid min-w-0 flex-1 gap-0.5", mine ? "justify-items-end" : "justify-items-start")}>
        {group && !joinsUp && (
          <b className="ps-0.5 text-meta">
            <bdi>{sender.displayName}</bdi>
          </b>
        )}
        <div className={cx("flex max-w-full items-center", mine && "flex-row-reverse")}>
          <div
            ref={anchor}
            role="article"
            data-message={message.id}
            tabIndex={newest ? 0 : -1}
            aria-label={labelOf(message)}
            {...press}
            className={cx(
              arrives && "arrives",
              "bubble relative min-w-11 rounded-card px-3.5 py-2.25 wrap-anywhere",
              mine ? "bg-accent-soft" : "bg-sunken",
              joinsUp && (mine ? "rounded-se-tag" : "rounded-ss-tag"),
              joinsDown && (mine ? "rounded-ee-tag" : "rounded-es-tag"),
              pictures.length > 0 && "w-70 overflow-clip desk:w-64",
            )}
          >
            {message.replyTo && <Slip to={message.replyTo} conversationId={conversation.id} goTo={goTo} />}
            {pictures.map((picture) => (
              <SealedPicture
                key={picture.index}
                conversationId={conversation.id}
                messageId={message.id}
                picture={picture}
                top={!message.replyTo}
                closed={conversation.state === "request"}
              />
            ))}
            <Words message={message} linked={conversation.state !== "request"} />
          </div>
          <button
            type="button"
            aria-label={sentences.moreAboutThisMessage}
            aria-haspopup="menu"
            tabIndex={-1}
            onClick={() => setMenu(true)}
            className="grid size-11 flex-none place-items-center rounded-pill text-ink-3 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:sr-only"
          >
            <Ellipsis className="size-5" aria-hidden="true" />
          </button>
        </div>
        {(hasReactions || foot) && (
          <div className={cx("flex items-end gap-2", mine && "flex-row-reverse")}>
            {hasReactions && <Reactions message={message} conversationId={conversation.id} />}
            {foot && <Foot message={message} conversationId={conversation.id} />}
          </div>
        )}
      </div>
      {menu && (
        <Suspense>
          <BubbleMenu {...props} anchor={anchor} closed={() => setMenu(false)} />
        </Suspense>
      )}
    </div>
  );
});

function Words({ message, linked }: { message: MessageView; linked: boolean }) {
  if (message.kind === "deleted") return <p className="text-ink-2 italic">{sentences.thisMessageWasDeleted}</p>;
  if (message.text === "" && !message.edited) return null;
  return (
    <p dir="auto" className="whitespace-pre-wrap">
      {linked ? <LinkedText text={message.text} /> : message.text}
      {message.edited && <span className="ms-1.5 text-micro whitespace-nowrap text-ink-2">{sentences.edited}</span>}
    </p>
  );
}

interface SlipProps {
  to: NonNullable<MessageView["replyTo"]>;
  conversationId: string;
  goTo: (messageId: string) => void;
}

/** What a message answers; a press goes there. */
function Slip({ to, conversationId, goTo }: SlipProps) {
  const { src } = useDecrypted(to.picture ? { conversationId, messageId: to.id, index: 0 } : null);
  return (
    <button
      type="button"
      onClick={() => goTo(to.id)}
      className="-mx-1.5 -mt-px mb-1.5 flex min-h-11 w-[calc(100%+0.75rem)] items-center gap-2.5 rounded-field bg-surface py-1.5 ps-2.5 pe-1.5 text-start text-meta text-ink-2"
    >
      <span className="min-w-0 flex-1">
        <b className="block truncate text-ink">
          <bdi>{to.senderName}</bdi>
        </b>
        <span className={to.picture ? "line-clamp-1" : "line-clamp-2"}>
          <bdi>{to.text || (to.picture ? "Picture" : "")}</bdi>
        </span>
      </span>
      {src && <img src={src} alt="" className="size-9 flex-none rounded-tag object-cover" />}
    </button>
  );
}

function Reactions({ message, conversationId }: { message: MessageView; conversationId: string }) {
  const act = useAct();
  const mine = message.sender === "me";
  return (
    <div
      role="group"
      aria-label={sentences.reactions}
      className={cx("relative -mt-2.5 flex flex-wrap gap-1", mine ? "me-2.5 justify-end" : "ms-2.5")}
    >
      {message.reactions.map(({ emoji, count, mine: own, names }) => (
        <button
          key={emoji}
          type="button"
          aria-pressed={own}
          aria-label={`${emoji}, ${names.join(", ")}`}
          title={names.join(", ")}
          onClick={() => void act((messenger) => messenger.react(conversationId, message.id, own ? null : emoji))}
          className={cx(
            "relative inline-flex h-7 items-center gap-1 rounded-pill px-2 text-meta tabular-nums ring-2 ring-surface after:absolute after:-inset-x-1.5 after:-inset-y-2",
            own
              ? "border-thick border-accent-line bg-accent-soft font-bold text-accent-text"
              : "border border-line bg-raised text-ink-2",
          )}
        >
          <span aria-hidden="true" className={cx("text-body leading-none", own && "pop")}>
            {emoji}
          </span>
          {count > 1 && count}
        </button>
      ))}
    </div>
  );
}

function Foot({ message, conversationId }: { message: MessageView; conversationId: string }) {
  const act = useAct();
  if (message.status === "failed") {
    return (
      <p className="flex flex-wrap items-center gap-1 px-1 pt-0.5 text-meta font-medium text-danger">
        <CircleAlert className="size-3.75 flex-none" aria-hidden="true" />
        {message.problem ?? sentences.notSent}
        <button
          type="button"
          onClick={() => void act((messenger) => messenger.retry(conversationId, message.id))}
          className="relative font-bold underline underline-offset-2 after:absolute after:-inset-x-2 after:-inset-y-3.25"
        >
          {sentences.tryAgain}
        </button>
      </p>
    );
  }
  const Sign = message.status === "sending" ? Clock : Check;
  return (
    <p className="flex items-center gap-1 px-1 pt-0.5 text-micro text-ink-3 tabular-nums">
      {message.status !== "received" && <Sign className="size-3.5" aria-hidden="true" />}
      <time dateTime={new Date(message.at).toISOString()}>
        <bdi>{timeOf(message.at)}</bdi>
      </time>
      {message.status !== "received" && (
        <span>· {message.status === "sending" ? sentences.sending : sentences.sent}</span>
      )}
      {message.expiresAt !== null && <span>{sentences.disappears}</span>}
    </p>
  );
}

/** "Otter, 9:18, I carry jars, edited". */
function labelOf({ sender, at, kind, text, edited, attachments, status }: MessageView): string {
  const pictures = attachments.map(({ alt }) => (alt ? `picture: ${alt}` : "picture"));
  return [
    sender === "me" ? "You" : isolated(sender.displayName),
    timeOf(at),
    ...pictures,
    kind === "deleted" ? "deleted" : text,
    ...(edited ? ["edited"] : []),
    ...(status === "sending" ? ["sending"] : status === "failed" ? ["not sent"] : []),
  ]
    .filter((part) => part !== "")
    .join(", ");
}
