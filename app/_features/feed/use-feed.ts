"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { PAGE_SIZE, send, type Outcome } from "@/app/_client/api";
import * as model from "@/app/_client/feed-model";
import type { Feed } from "@/app/_client/feed-model";
import { ingest } from "@/app/_client/bark-store";
import { revalidate } from "@/app/_client/live/revalidate";
import { useReader } from "@/app/_client/use-pages";
import { subscribe, type AppEvent } from "@/app/_client/events";
import type { Status } from "@/lib/barks/schema";

/** How many pages are read to fill a gap before it is left as a smaller gap. */
const GAP_PAGES = 10;

export interface FeedSource {
  /** The address of its pages: an address of the API without `limit` and bounds. */
  path: string;
  /** Whether live barks, and the viewer's new ones, belong here. */
  takes: (bark: { authorId: string; text: string; to: string | null }) => boolean;
  live: boolean;
  /** Reads a page by its address, where the API does not return a list of barks. */
  read?: ((address: string) => Promise<Outcome<Status[]>>) | undefined;
}

/** A feed's state: its rows, the loading of further pages, and live barks. */
export function useFeed(source: FeedSource, first: () => Feed) {
  const [feed, setFeed] = useState(first);
  const { trouble, setTrouble, read } = useReader();

  useEffect(() => subscribe((news) => setFeed((before) => react(before, news, source))), [source]);

  const loadOlder = useCallback(
    async (below: string | undefined, next?: string | null) => {
      const page = await read(() => (next ? (source.read ?? send<Status[]>)(next) : readPage(source.path, below)));
      if (!page) return;
      page.value.forEach(ingest);
      const ended = next === undefined ? page.value.length < PAGE_SIZE : page.next === null;
      setFeed((before) => model.extend(before, page.value, ended, next === undefined ? next : page.next));
    },
    [source, read],
  );

  const fillGap = useCallback(
    async (gapKey: string, downTo: string | null) => {
      const missing: Status[] = [];
      for (let page = 0; page < GAP_PAGES; page++) {
        const outcome = await readPage(source.path, missing.at(-1)?.id);
        if (!outcome.ok) return setTrouble(outcome.sentence);
        outcome.value.forEach(ingest);
        missing.push(...outcome.value.filter(({ id }) => downTo === null || id > downTo));
        if (outcome.value.length < PAGE_SIZE || (downTo !== null && outcome.value.some(({ id }) => id <= downTo)))
          break;
      }
      setFeed((before) => model.fillGap(before, gapKey, missing));
    },
    [source, setTrouble],
  );

  const waiting = useRef<Status[]>([]);
  useEffect(() => void (waiting.current = feed.waiting), [feed.waiting]);
  const reveal = useCallback(() => {
    // Live events contain neither the reader's own flags of the original of a rebark, nor what a bark answers.
    void revalidate(waiting.current.filter(({ reblog, in_reply_to_id: parent }) => reblog !== null || parent !== null));
    setFeed(model.reveal);
  }, []);
  return { feed, setFeed, trouble, loadOlder, fillGap, reveal };
}

function readPage(path: string, below: string | undefined): Promise<Outcome<Status[]>> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(below && { max_id: below }) });
  return send<Status[]>(`${path}${path.includes("?") ? "&" : "?"}${query}`);
}

function react(feed: Feed, news: AppEvent, { takes, live }: FeedSource): Feed {
  switch (news.type) {
    case "sending":
      return takes({ authorId: news.author.id, text: news.text, to: news.replyTo?.account.id ?? null })
        ? model.addOwn(feed, news)
        : feed;
    case "sent":
      return model.settleOwn(feed, news.key, news.status);
    case "unsent":
      return model.withdraw(feed, news.key);
    case "gone":
      return model.withdraw(feed, news.id);
    case "back":
      return takes(toTake(news.status)) ? model.restore(feed, news.status) : feed;
    case "arrived":
      return live && takes(toTake(news.status)) ? model.arrive(feed, news.status) : feed;
    case "edited":
      return model.edit(feed, news.status);
    case "person-hidden":
      return live ? model.hidePerson(feed, news.personId) : feed;
    case "person-shown":
      return live ? model.showPerson(feed, news.personId) : feed;
    case "gap":
      return live ? model.openGap(feed) : feed;
    case "announced":
    case "counts":
    case "notification":
    case "read":
    case "e2ee":
      return feed;
  }
}

const toTake = ({ account, text, in_reply_to_account_id: to }: Status) => ({
  authorId: account.id,
  text: text ?? "",
  to,
});
