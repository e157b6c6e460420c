"use client";

import { messages as sentences } from "@/app/_words/messages";
import { Check, CircleAlert, Clock, Image as ImageIcon, Lock, VolumeX } from "lucide-react";
import Link from "next/link";
import { serverNow } from "@/app/_client/clock";
import { Faces } from "@/app/_features/messages/faces";
import { lineOf, nameOf, speakerOf } from "@/app/_features/messages/names";
import { listTime } from "@/app/_features/messages/times";
import { badge } from "@/app/_features/alerts/unread-keeper";
import { cx } from "@/app/_ui/cx";
import type { ConversationSummary, LastLine } from "@/lib/messenger/schema";
import { paths } from "@/lib/paths";

interface RowProps {
  conversation: ConversationSummary;
  /** It is the one beside the list. */
  here: boolean;
  /** The device has no keys that open it yet. */
  locked?: boolean;
  /** Its messages are still being fetched. */
  loading?: boolean;
}

/** A conversation in the list: its name, its last line and how many messages are unread. */
export function ConversationLink({ conversation, here, locked = false, loading = false }: RowProps) {
  const { id, kind, muted, unread, last, draft } = conversation;
  const news = unread > 0 && !muted;
  return (
    <li>
      <Link
        href={paths.conversation(id)}
        prefetch={false}
        data-conversation
        aria-current={here ? "page" : undefined}
        className={cx(
          "grid min-h-17.5 grid-cols-avatar items-center gap-x-3 border-b border-line px-4 py-3 -outline-offset-2 desk:px-5",
          here ? "desk:bg-sunken" : "desk:hover:bg-paper",
        )}
      >
        <Faces of={conversation} edge={here ? "ring-surface desk:ring-sunken" : "ring-surface"} />
        <span className="min-w-0">
          <span className="flex items-center gap-1.5 text-label">
            <b className="truncate">
              <bdi>{nameOf(conversation)}</bdi>
            </b>
            {muted && <VolumeX className="size-3.75 flex-none text-ink-3" role="img" aria-label={sentences.muted} />}
            {last && (
              <time
                dateTime={new Date(last.at).toISOString()}
                className={cx("ms-auto flex-none ps-2 text-meta tabular-nums", news ? "font-medium" : "text-ink-3")}
              >
                <bdi>{listTime(last.at, serverNow())}</bdi>
              </time>
            )}
          </span>
          <span className="mt-0.5 flex min-h-5.5 items-center gap-1.5 text-label text-ink-2">
            {locked ? (
              <>
                <Lock className="size-4 flex-none text-ink-3" aria-hidden="true" />
                <span className="truncate text-ink-3">{sentences.lockedOnThisDevice}</span>
              </>
            ) : (
              <Line last={last} kind={kind} draft={draft} strong={news} loading={loading} />
            )}
            {unread > 0 && <Count of={unread} quiet={muted} />}
          </span>
        </span>
      </Link>
    </li>
  );
}

interface LineProps {
  last: LastLine | null;
  kind: ConversationSummary["kind"];
  draft: string | null;
  strong: boolean;
  loading: boolean;
}

function Line({ last, kind, draft, strong, loading }: LineProps) {
  if (draft) {
    return (
      <span className="min-w-0 flex-1 truncate">
        <b className="text-accent-text">{sentences.draft}</b> <bdi>{draft}</bdi>
      </span>
    );
  }
  if (!last && loading) return <span className="late h-3 w-3/5 rounded-pill bg-sunken" />;
  if (!last) return <span className="min-w-0 flex-1 truncate text-ink-3">{sentences.noMessagesYet}</span>;
  return (
    <>
      <Status last={last} />
      <span className={cx("min-w-0 flex-1 truncate", strong && "font-medium text-ink")}>
        {speakerOf(last, kind)}
        <bdi>{lineOf(last)}</bdi>
      </span>
    </>
  );
}

/** What stands before the text: whether one's own message was sent, or that there is a picture. */
function Status({ last }: { last: LastLine }) {
  const look = "size-4 flex-none text-ink-3";
  if (last.status === "sending") return <Clock className={look} role="img" aria-label={sentences.sending} />;
  if (last.status === "failed")
    return <CircleAlert className="size-4 flex-none text-danger" role="img" aria-label={sentences.notSentShort} />;
  if (last.kind === "picture") return <ImageIcon className={look} role="img" aria-label={sentences.picture} />;
  if (last.status === "sent" && last.mine) return <Check className={look} role="img" aria-label={sentences.sent} />;
  return null;
}

function Count({ of, quiet }: { of: number; quiet: boolean }) {
  return (
    <span
      className={cx(
        "min-w-5.5 flex-none rounded-pill px-1.75 text-center text-micro leading-5.5 font-bold tabular-nums",
        quiet ? "bg-sunken text-ink-2" : "bg-accent text-on-accent",
      )}
    >
      {badge(of)}
      <span className="sr-only"> {sentences.unread}</span>
    </span>
  );
}
