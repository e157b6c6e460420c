"use client";

import { WifiOff } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useIsPolling } from "@/app/_client/live/polling";
import { cachedSince } from "@/app/_client/offline-cache";
import { clock } from "@/app/_features/time/dates";
import { useStore } from "@/app/_client/use-store";
import { NOTHING_WAITS, outboxStatus, type OutboxStatus } from "@/app/_client/outbox/mutate";
import { connection as words } from "@/app/_words/shell";
import { paths } from "@/lib/paths";

/** Scrolled down further than this (px), somebody is reading, and the page is not replaced. */
const TOP = 200;

/** A quiet note that the page is not live; it takes no space, so that nothing moves. */
function NotLive() {
  return (
    <div className="pointer-events-none sticky top-(--bar-top) z-(--z-bar) -order-1 flex h-0 justify-end">
      <p
        role="status"
        className="m-1.5 h-fit rounded-pill border border-line bg-raised px-2.5 py-0.5 text-meta text-ink-2 shadow-e1"
      >
        {words.notLive}
      </p>
    </div>
  );
}

/** Says that the connection is lost, how much waits for it, and the age of a cached page. */
export function OfflineBanner({ signedIn }: { signedIn: boolean }) {
  const online = useSyncExternalStore(
    watchConnection,
    () => navigator.onLine,
    () => true,
  );
  const waiting = useStore(outboxStatus, (status) => status, NOTHING_WAITS);
  const since = useKept();
  const polling = useIsPolling();
  const waits = waiting.barks.size + waiting.others > 0;
  useRenewal(since !== null);
  if (online && since === null && !(waits && waiting.why)) return polling ? <NotLive /> : null;
  return (
    <div
      role="status"
      data-offline
      className="sticky top-(--bar-top) z-(--z-bar) -order-1 flex items-center gap-2.5 bg-warn-soft px-4 py-2.5 text-small leading-5 font-medium text-warn"
    >
      <WifiOff className="size-5 flex-none" aria-hidden="true" />
      <p className="min-w-0 flex-1">{sentence({ online, signedIn, waiting, since })}</p>
      {online && waiting.why === "signed-out" && (
        <a href={paths.signIn()} className={LINK}>
          {words.signIn}
        </a>
      )}
      {online && since !== null && waiting.why === null && (
        <button type="button" onClick={() => location.reload()} className={LINK}>
          {words.readAgain}
        </button>
      )}
    </div>
  );
}

const LINK = "-my-2.5 grid min-h-11 flex-none place-items-center px-2 font-bold underline underline-offset-2";

interface Situation {
  online: boolean;
  signedIn: boolean;
  waiting: OutboxStatus;
  since: number | null;
}

function sentence({ online, signedIn, waiting: { barks, others, why }, since }: Situation): string {
  const some = barks.size + others === 0 ? null : words.waits(barks.size, others);
  const where = online ? (why === "away" ? words.unreachable : "") : words.offline;
  const later = why === "signed-out" ? words.untilSignedIn : words.sentLater;
  const what = some ? later(some) : online || !signedIn ? "" : afterwards();
  const page = since === null ? "" : words.pageFrom(clock(new Date(since).toISOString(), Date.now(), undefined));
  return [where, what, page].filter(Boolean).join(" ");
}

/** What happens to things written now. Without a service worker, nothing can send them later automatically. */
function afterwards(): string {
  return isSecureContext ? words.newWait : words.staysDraft;
}

/** When the page was read, while it is a cached one; the next page is a fresh one. */
function useKept(): number | null {
  const path = usePathname();
  const [kept, setKept] = useState<{ path: string; since: number } | null>(null);
  useEffect(() => {
    const since = cachedSince();
    if (since !== null) setKept({ path: location.pathname, since });
  }, []);
  return kept !== null && decodeURIComponent(kept.path) === decodeURIComponent(path) ? kept.since : null;
}

/** Once online, a cached page is loaded again after the waiting mutations were sent, so that it includes them. */
function useRenewal(old: boolean): void {
  useEffect(() => {
    if (!old) return;
    let returned = false;
    const renew = () => {
      const { barks, others } = outboxStatus.get();
      if (returned && navigator.onLine && barks.size + others === 0 && isCalm()) location.reload();
    };
    const back = () => {
      returned = true;
      renew();
    };
    const leave = outboxStatus.subscribe(renew);
    addEventListener("online", back);
    return () => {
      leave();
      removeEventListener("online", back);
    };
  }, [old]);
}

/** Nobody is writing here, nothing is open, and nobody has read on. */
function isCalm(): boolean {
  const writes = document.activeElement?.matches("input, textarea, select, [contenteditable]") ?? false;
  return !writes && scrollY < TOP && document.querySelector("dialog[open], :popover-open") === null;
}

function watchConnection(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}
