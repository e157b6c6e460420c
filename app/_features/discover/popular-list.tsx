"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { PAGE_SIZE, send } from "@/app/_client/api";
import { ingest } from "@/app/_client/bark-store";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { useHotkey } from "@/app/_client/hotkeys";
import { Pill } from "@/app/_ui/pill";
import { clearScrollPosition } from "@/app/_client/scroll-position";
import { subscribe } from "@/app/_client/events";
import { discover } from "@/app/_words/discover";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

const PATH = "/api/v1/trends/statuses";
/** How often (ms) the order is fetched while the page is visible, and how soon after a change of a bark on screen. */
const EVERY_MS = 30_000;
const SOON_MS = 3_000;

interface PopularListProps {
  first: Status[];
  viewerId: string | null;
}

/** The hundred most popular barks. Counters change in place; a new order waits until the reader asks for it. */
export function PopularList({ first, viewerId }: PopularListProps) {
  const [top, setTop] = useState({ order: first, turn: 0 });
  const [newest, setNewest] = useState<Status[]>(first);
  const name = `popular:${viewerId ?? ""}`;
  useOrder(setNewest);

  const places = new Map(top.order.map(({ id }, index) => [id, index]));
  const risen = newest.filter(({ id }, index) => index < (places.get(id) ?? Infinity));
  const show = useCallback(() => {
    clearScrollPosition(name);
    setTop(({ turn }) => ({ order: newest, turn: turn + 1 }));
    scrollTo({ top: 0 });
  }, [name, newest]);
  useHotkey(".", show, risen.length > 0);
  return (
    <>
      <FeedList
        key={top.turn}
        name={name}
        label={discover.popular}
        path={PATH}
        next={top.order.length < PAGE_SIZE ? null : `${PATH}?limit=${PAGE_SIZE}&offset=${PAGE_SIZE}`}
        first={top.order}
        viewerId={viewerId}
        ranked
        empty={
          <Empty
            title={discover.quiet}
            sentence={discover.quietPopular}
            action={{ label: discover.town, href: paths.town }}
          />
        }
      />
      <Pill waiting={risen} show={show} words={discover.risen(risen.length)} />
    </>
  );
}

/** Fetches the order at intervals, and after a change of a watched bark. */
function useOrder(tell: (order: Status[]) => void): void {
  const asking = useRef(false);
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      soon = undefined;
      if (asking.current || document.visibilityState === "hidden") return;
      asking.current = true;
      const outcome = await send<Status[]>(`${PATH}?limit=${PAGE_SIZE}`);
      asking.current = false;
      if (!outcome.ok) return;
      // Also for signed-out visitors, who get no live events.
      outcome.value.forEach(ingest);
      tell(outcome.value);
    };
    const timer = setInterval(() => void ask(), EVERY_MS);
    const silence = subscribe((news) => {
      if (news.type === "counts" || news.type === "gap") soon ??= setTimeout(() => void ask(), SOON_MS);
    });
    return () => {
      clearInterval(timer);
      clearTimeout(soon);
      silence();
    };
  }, [tell]);
}
