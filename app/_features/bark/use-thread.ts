"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { send } from "@/app/_client/api";
import { ingest } from "@/app/_client/bark-store";
import { leftAfter, missing, NOTHING_LEFT, unread, without } from "@/app/_features/bark/thread-live";
import { replyRows } from "@/app/_features/bark/thread-model";
import { useThreadPlace } from "@/app/_features/bark/use-thread-place";
import { subscribe, type Sending } from "@/app/_client/events";
import type { Status } from "@/lib/barks/schema";
import type { ThreadContext } from "@/lib/threads/schema";

/** The delay (ms) that combines several new replies into one request. */
const DEBOUNCE_MS = 1_500;

/** The replies to a bark as shown, and new ones that wait until the reader asks for them. */
export function useThread(main: Status, first: ThreadContext, viewerId: string | null) {
  const [shown, setShown] = useState(first);
  const [latest, setLatest] = useState(first);
  const [left, setLeft] = useState(NOTHING_LEFT);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [sending, setSending] = useState<Sending[]>([]);
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set());
  const current = useRef({ shown, latest });
  useEffect(() => void (current.current = { shown, latest }), [shown, latest]);

  // The server rendered the page again, for example after returning to it.
  const [given, setGiven] = useState(first);
  if (given !== first) {
    setGiven(first);
    setShown(first);
    setLatest(first);
  }
  useEffect(() => first.descendants.forEach(ingest), [first]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      timer = undefined;
      const outcome = await send<ThreadContext>(`/api/v1/statuses/${main.id}/context`);
      if (!outcome.ok) return;
      outcome.value.descendants.forEach(ingest);
      setLatest(outcome.value);
    };
    const soon = () => void (timer ??= setTimeout(() => void read(), DEBOUNCE_MS));
    const leave = subscribe((news) => {
      setLeft((before) => leftAfter(before, news));
      if (news.type === "counts" && missing(current.current.latest, main.id, news.counts)) soon();
      else if (news.type === "arrived" && answers(current.current.latest, main.id, news.status)) soon();
      else if (news.type === "sending" && isHere(current.current.shown, main.id, news.replyTo?.id)) {
        setSending((before) => [news, ...before.filter(({ key }) => key !== news.key)]);
      } else if (news.type === "unsent") setSending((before) => before.filter(({ key }) => key !== news.key));
      else if (news.type === "sent" && answers(current.current.shown, main.id, news.status)) {
        const reply = news.status;
        setSending((before) => before.filter(({ key }) => key !== news.key));
        const add = (context: ThreadContext) => ({ ...context, descendants: [...context.descendants, reply] });
        setOwn((before) => new Set([...before, reply.id]));
        setShown(add);
        setLatest(add);
      }
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [main.id]);

  const rows = useMemo(
    () => replyRows(without(shown, left), { mainId: main.id, authorId: main.account.id, opened, own }),
    [shown, left, main.id, main.account.id, opened, own],
  );
  const waiting = useMemo(
    () => unread(shown, latest).filter(({ account }) => account.id !== viewerId),
    [shown, latest, viewerId],
  );
  const reveal = useCallback(() => setShown(current.current.latest), []);
  const open = useCallback((id: string) => setOpened((before) => new Set([...before, id])), []);
  const { end, more } = useThreadPlace(opened, setOpened);
  return { rows, sending, waiting, reveal, open, end, more };
}

const answers = (context: ThreadContext, mainId: string, status: Status) =>
  isHere(context, mainId, status.in_reply_to_id);

/** Whether a bark is this page's or one of its replies. */
function isHere({ descendants }: ThreadContext, mainId: string, id: string | null | undefined): boolean {
  return id === mainId || descendants.some((status) => status.id === id);
}
