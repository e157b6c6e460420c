"use client";

import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { WindowVirtualizer, type WindowVirtualizerHandle } from "virtua";
import { useHomeMarker } from "@/app/_features/alerts/use-home-marker";
import { BarkCard } from "@/app/_features/bark/card";
import { FeedEnd, GapRow, Sentinel, Trouble } from "@/app/_features/feed/rows";
import { begin, below, rejoin, type FeedItem } from "@/app/_client/feed-model";
import { useHotkey } from "@/app/_client/hotkeys";
import { useScrollPosition } from "@/app/_features/feed/use-scroll-position";
import { AboveFold } from "@/app/_features/pictures/above-fold";
import { Pill } from "@/app/_ui/pill";
import { SendingCard } from "@/app/_features/bark/sending-card";
import { subscribe } from "@/app/_client/events";
import { ingest } from "@/app/_client/bark-store";
import { entities } from "@/lib/text/entities";
import { PAGE_SIZE } from "@/app/_client/api";
import { useFeed, type FeedSource } from "@/app/_features/feed/use-feed";
import type { Status } from "@/lib/barks/schema";

/** The list whose read marker a person's devices share. */
const HOME = "/api/v1/timelines/home";
/** For how many frames the list may still be measuring rows that were added on top. */
const FRAMES = 12;
/**
 * How many rows the page has before its scripts run: a screen and a half of short barks. Each costs a phone a few
 * milliseconds more before the page answers.
 */
const AT_ONCE = 10;
/** Closer to the top than this (px), what is added there is to be seen. */
const AT_TOP = 8;
/** How many rows begin on the first screen of a phone. */
const ABOVE_FOLD = 3;

/** A place in Home that another device of the viewer set. */
export interface SharedPlace {
  /** The id up to which was read there, and when (Unix ms). */
  marker: string;
  at: number;
  statuses: Status[];
}

interface FeedProps {
  /** The name under which the scroll position is stored on this device, for this viewer only. */
  name: string;
  label: string;
  /** The address of older pages. */
  path: string;
  first: Status[];
  /** Home: the page that begins where another device of the viewer stopped; what is newer waits. */
  from?: SharedPlace | null;
  viewerId: string | null;
  /** Live barks are collected here. */
  live?: boolean;
  /** The person whose barks this feed shows; null for everybody's. */
  authorId?: string | null;
  /** The people on the list that this feed shows, and those to whom it shows replies (null: to all). */
  list?: { members: readonly string[]; repliesTo: readonly string[] | null };
  /** The topic of this feed. */
  topic?: string;
  /** The address of the second page, for lists that are not ordered by their barks' ids; null when there is none. */
  next?: string | null;
  /** Reads a page, where the API does not return a list of barks. */
  read?: FeedSource["read"];
  /** Rows show their rank. */
  ranked?: boolean;
  empty: ReactNode;
  /** Shown below the oldest bark. */
  foot?: ReactNode;
}

/** An endless list of barks that keeps its reader's position. */
export function FeedList(props: FeedProps) {
  const {
    name,
    label,
    path,
    first,
    from = null,
    viewerId,
    live = false,
    authorId = null,
    list: people,
    topic,
    next,
    read,
    ranked,
    empty,
    foot,
  } = props;
  const source = useMemo<FeedSource>(
    () => ({
      path,
      live,
      read,
      takes: (bark) =>
        next === undefined &&
        (topic === undefined || isAbout(bark.text, topic)) &&
        (people === undefined || isOnList(bark, people, viewerId)) &&
        (authorId === null ? live || bark.authorId === viewerId : bark.authorId === authorId),
    }),
    [path, live, read, authorId, people, topic, next, viewerId],
  );
  const { feed, setFeed, trouble, loadOlder, fillGap, reveal } = useFeed(source, () =>
    from
      ? rejoin(begin(from.statuses, from.statuses.length < PAGE_SIZE), first)
      : begin(first, next === undefined ? first.length < PAGE_SIZE : next === null, next),
  );
  const list = useRef<WindowVirtualizerHandle>(null);
  useEffect(() => [...first, ...(from?.statuses ?? [])].forEach(ingest), [first, from]);
  const place = `${name}:${viewerId ?? "nobody"}`;
  const home = path === HOME ? viewerId : null;
  useScrollPosition(place, feed, setFeed, first, list, from?.at ?? 0, home);
  useHomeMarker(home, from?.marker ?? "");
  const shift = usePrepended(feed.rows);

  const oldest = feed.rows.findLast((row) => row.kind === "bark")?.key;
  const more = useCallback(() => void loadOlder(oldest, feed.next), [loadOlder, oldest, feed.next]);
  const latest = useRef(feed);
  useEffect(() => void (latest.current = feed), [feed]);
  const fill = useCallback((gapKey: string) => void fillGap(gapKey, below(latest.current, gapKey)), [fillGap]);
  const show = useCallback(() => {
    reveal();
    requestAnimationFrame(() => toTop(FRAMES));
  }, [reveal]);
  useEffect(
    () =>
      subscribe(
        (news) =>
          void (
            news.type === "sending" &&
            // What waited already when the page was opened leaves readers where they are, unless that is the top.
            scrollY < (news.again ? AT_TOP : innerHeight) &&
            requestAnimationFrame(() => toTop(FRAMES))
          ),
      ),
    [],
  );
  useHotkey(".", show, feed.waiting.length > 0);

  if (feed.rows.length === 0 && feed.ended) {
    return (
      <>
        {empty}
        <Pill waiting={feed.waiting} show={show} />
      </>
    );
  }
  return (
    <>
      <div role="feed" aria-label={label} className="@container">
        {/* The list may ask once more for a row at its end that was just taken out. */}
        <WindowVirtualizer
          ref={list}
          ssrCount={Math.min(AT_ONCE, from ? from.statuses.length + 1 : first.length)}
          shift={shift}
          data={feed.rows}
        >
          {(row: FeedItem | undefined, index: number) =>
            row ? (
              <FeedRow
                key={row.key}
                row={row}
                at={index + 1}
                of={feed.ended ? feed.rows.length : -1}
                ranked={ranked ?? false}
                viewerId={viewerId}
                fill={fill}
              />
            ) : (
              <></>
            )
          }
        </WindowVirtualizer>
      </div>
      {trouble ? (
        <Trouble sentence={trouble} again={more} />
      ) : feed.ended ? (
        (foot ?? <FeedEnd list={next !== undefined} />)
      ) : (
        <Sentinel seen={more} />
      )}
      <Pill waiting={feed.waiting} show={show} />
    </>
  );
}

interface FeedRowProps {
  row: FeedItem;
  /** Its place in the feed, and how long that is; -1 while older rows are not loaded. */
  at: number;
  of: number;
  ranked: boolean;
  viewerId: string | null;
  fill: (gapKey: string) => void;
}

// The list renders all rows on screen again whenever one enters or leaves it.
const FeedRow = memo(function FeedRow({ row, at, of, ranked, viewerId, fill }: FeedRowProps) {
  if (row.kind === "gap") return <GapRow fill={() => fill(row.key)} />;
  if (row.kind === "sending") return <SendingCard sending={row.sending} />;
  return (
    <AboveFold value={at <= ABOVE_FOLD}>
      <BarkCard status={row.status} viewerId={viewerId} rank={ranked ? at : null} place={{ at, of }} />
    </AboveFold>
  );
});

function isOnList(
  { authorId, to }: { authorId: string; to: string | null },
  { members, repliesTo }: NonNullable<FeedProps["list"]>,
  viewerId: string | null,
): boolean {
  if (!members.includes(authorId)) return false;
  return to === null || to === authorId || to === viewerId || repliesTo === null || repliesTo.includes(to);
}

function isAbout(text: string, topic: string): boolean {
  return entities(text).some((entity) => entity.kind === "topic" && entity.name === topic);
}

/** Scrolls to the top, and stays there while the list is still adjusting for rows added above. */
function toTop(frames: number): void {
  scrollTo({ top: 0 });
  if (frames > 0) requestAnimationFrame(() => toTop(frames - 1));
}

/** Whether rows were added above those of the last rendering: then the list must keep its position. */
function usePrepended(rows: FeedItem[]): boolean {
  const [last, setLast] = useState({ rows, prepended: false });
  if (last.rows === rows) return last.prepended;
  const top = last.rows[0]?.key;
  const prepended = rows[0]?.key !== top && rows.some((row) => row.key === top);
  setLast({ rows, prepended });
  return prepended;
}
