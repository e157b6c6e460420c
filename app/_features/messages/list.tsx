"use client";

import { messages as sentences } from "@/app/_words/messages";
import { ChevronRight, Inbox, KeyRound, Search, SlidersHorizontal, SquarePen, X } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useDeferredValue, useState, type ReactNode } from "react";
import { FoundMessages } from "@/app/_features/messages/found";
import { LockLine } from "@/app/_features/messages/lock-line";
import { listOf, nameOf } from "@/app/_features/messages/names";
import { NewDeviceNotice } from "@/app/_features/messages/new-device";
import { ConversationLink } from "@/app/_features/messages/row";
import { NotReady } from "@/app/_features/messages/states";
import { useConversations, useMessengerState } from "@/app/_features/messages/use-messenger";
import { Trouble } from "@/app/_features/feed/rows";
import { Avatar } from "@/app/_ui/avatar";
import { Empty } from "@/app/_ui/empty";
import { ConversationSkeletons } from "@/app/_ui/skeleton";
import type { ConversationSummary, MessengerState } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";
import { paths } from "@/lib/paths";

const TOOL = "grid size-[min(2.75rem,56px)] flex-none place-items-center rounded-pill";
const SIGN = "size-[min(1.375rem,32px)]";

/** The list of conversations with its bar. */
export function ConversationList() {
  const { value: state, problem } = useMessengerState();
  const [text, setText] = useState<string | null>(null);
  const wanted = useDeferredValue(text?.trim() ?? "");
  const ready = state?.phase === "ready";
  return (
    <>
      <header className="sticky top-0 z-(--z-bar) flex min-h-(--bar-top) flex-wrap items-center border-b border-line bg-surface ps-4 pe-1 desk:ps-5">
        {text === null ? (
          <h1 className="grow text-title font-bold tracking-heading">{sentences.messages}</h1>
        ) : (
          <SearchField text={text} change={setText} />
        )}
        {text === null && (
          <span className="ms-auto flex">
            {ready && (
              <>
                <button
                  type="button"
                  aria-label={sentences.searchMessages}
                  onClick={() => setText("")}
                  className={TOOL}
                >
                  <Search className={SIGN} aria-hidden="true" />
                </button>
                <Link href={paths.newMessage} aria-label={sentences.newMessage} className={`${TOOL} max-desk:hidden!`}>
                  <SquarePen className={SIGN} aria-hidden="true" />
                </Link>
              </>
            )}
            <Link href={paths.messageSettings} aria-label={sentences.messageSettings} className={TOOL}>
              <SlidersHorizontal className={SIGN} aria-hidden="true" />
            </Link>
          </span>
        )}
      </header>
      {wanted !== "" ? <FoundMessages text={wanted} /> : <Body state={state} problem={problem} />}
      {ready && text === null && (
        <Link
          href={paths.newMessage}
          className="fixed inset-e-4 bottom-[calc(var(--bar-bottom)+env(safe-area-inset-bottom)+1.25rem)] z-(--z-pill) inline-flex min-h-[44px] items-center gap-2 rounded-pill bg-ink py-1.5 ps-[16px] pe-[18px] text-[min(.875rem,4.2vw)] font-bold text-paper shadow-e2 tablet:inset-e-[calc(50vw-20rem)] tablet:bottom-6 desk:hidden"
        >
          <SquarePen className="size-[18px]" aria-hidden="true" />
          {sentences.newMessage}
        </Link>
      )}
    </>
  );
}

function SearchField({ text, change }: { text: string; change: (text: string | null) => void }) {
  return (
    <search className="relative me-3 flex min-w-0 flex-1 items-center">
      <Search className="pointer-events-none absolute inset-s-3.5 size-5 text-ink-3" aria-hidden="true" />
      <input
        ref={(field) => field?.focus()}
        type="search"
        dir="auto"
        value={text}
        autoComplete="off"
        enterKeyHint="search"
        aria-label={sentences.searchMessagesOnThisDevice}
        placeholder={sentences.searchOnThisDevice}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && change(null)}
        className="search-ground min-h-11 w-full rounded-pill bg-sunken ps-11 pe-11 text-body text-ink placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
      />
      <button
        type="button"
        aria-label={sentences.endSearch}
        onClick={() => change(null)}
        className="absolute inset-e-0 grid size-11 place-items-center rounded-pill text-ink-2"
      >
        <X className="size-5" aria-hidden="true" />
      </button>
    </search>
  );
}

function Body({ state, problem }: { state: MessengerState | null; problem: string | null }) {
  const { value: all } = useConversations();
  if (problem && !state) return <Trouble sentence={problem} again={() => location.reload()} />;
  if (!state || state.phase === "starting") return <ConversationSkeletons count={8} />;
  if (state.phase !== "ready") return <NotReady state={state} rows={<Rows of={all?.open ?? []} locked />} />;
  // Rows of which names or words are missing would say something untrue, and then change their order.
  if (!all || all.gathering) return <ConversationSkeletons count={8} />;
  const { open, requests } = all;
  return (
    <>
      <LockLine log={state.log} />
      <NewDeviceNotice />
      {requests.length > 0 && <RequestsRow requests={requests} />}
      {open.length > 0 && state.archive.ways.length === 0 && <KeepRow />}
      <Rows of={open} loading={state.archive.loading > 0} />
      {/* Below the conversations: it comes and goes by itself, and must not move what somebody is about to tap. */}
      {state.archive.loading > 0 && (
        <p role="status" className="border-b border-line px-4 py-2 text-meta text-ink-2 tabular-nums desk:px-5">
          {sentences.loadingOlder(state.archive.loading)}
        </p>
      )}
      {open.length === 0 && requests.length === 0 && (
        <Empty
          title={sentences.nothingHereYet}
          sentence={sentences.whoReadsThis}
          action={{ label: sentences.writeToSomebody, href: paths.newMessage }}
        />
      )}
    </>
  );
}

interface RowsProps {
  of: ConversationSummary[];
  locked?: boolean;
  /** Older messages are on their way. */
  loading?: boolean;
}

function Rows({ of, locked = false, loading = false }: RowsProps) {
  const path = usePathname();
  if (of.length === 0) return null;
  return (
    <ul aria-label={sentences.conversations}>
      {of.map((conversation) => (
        <ConversationLink
          key={conversation.id}
          conversation={conversation}
          here={path === paths.conversation(conversation.id)}
          locked={locked && conversation.last === null}
          loading={loading && conversation.last === null}
        />
      ))}
    </ul>
  );
}

interface TopRowProps {
  href: string;
  icon: ReactNode;
  title: string;
  detail: string;
  end?: ReactNode;
}

/** A row above the conversations that leads elsewhere. */
function TopRow({ href, icon, title, detail, end }: TopRowProps) {
  return (
    <Link
      href={href}
      className="grid min-h-17.5 grid-cols-avatar items-center gap-x-3 border-b border-line px-4 py-3 -outline-offset-2 desk:px-5 desk:hover:bg-paper"
    >
      <span className="grid size-11 place-items-center rounded-avatar bg-accent-soft text-accent-mark">{icon}</span>
      <span className="@container min-w-0">
        <span className="flex items-center gap-3 text-label">
          <b className="min-w-0 flex-1 truncate">
            <bdi>{title}</bdi>
          </b>
          {end}
          <ChevronRight className="size-5 flex-none text-ink-3 rtl:-scale-x-100" aria-hidden="true" />
        </span>
        <span className="mt-0.5 block truncate text-label text-ink-2">{detail}</span>
      </span>
    </Link>
  );
}

function RequestsRow({ requests }: { requests: ConversationSummary[] }) {
  const faces = requests.flatMap(({ members }) => members.slice(0, 1)).slice(0, 2);
  return (
    <TopRow
      href={paths.messageRequests}
      icon={<Inbox className="size-5" aria-hidden="true" />}
      title={sentences.requests(requests.length)}
      detail={sentences.wroteToYou(listOf(requests.map((one) => isolated(nameOf(one)))))}
      end={
        <span className="inline-flex @max-[10rem]:hidden">
          {faces.map(({ accountId, avatar }, index) => (
            <Avatar
              key={accountId}
              src={avatar}
              size={20}
              className={index > 0 ? "-ms-1.5 ring-2 ring-surface" : "ring-2 ring-surface"}
            />
          ))}
        </span>
      }
    />
  );
}

/** Offered once there is something to lose: nothing is kept for another device before. */
function KeepRow() {
  return (
    <TopRow
      href={paths.messageWords}
      icon={<KeyRound className="size-5" aria-hidden="true" />}
      title={sentences.keepYourMessages}
      detail="24 words open them on a new device"
    />
  );
}
