"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { VirtualizerHandle } from "virtua";
import { rowOf, type Item } from "@/app/_features/messages/items";

/** So near (px) to the end counts as being there. */
const NEAR = 40;
/** So near (px) to the top, older messages are loaded. */
const TOP = 600;
/** For how many frames rows may still be measured after a jump. */
const FRAMES = 8;

interface LogScroll {
  items: Item[] | null;
  more: boolean;
  older: () => Promise<unknown>;
  /** Told whether the reader is at the end. */
  atEnd: (there: boolean) => void;
}

/**
 * The position in a conversation: opens at the divider or at the newest message, stays at the end while the reader is
 * there, and keeps what is read in its place otherwise.
 */
export function useLogScroll({ items, more, older, atEnd }: LogScroll) {
  const list = useRef<VirtualizerHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const opened = useRef(false);
  const loading = useRef(false);
  const [away, setAway] = useState(false);
  const [below, setBelow] = useState(0);
  const shift = usePrepended(items);
  const count = items?.length ?? 0;

  const end = useCallback(() => {
    const last = count - 1;
    if (last < 0) return;
    settle(() => stuck.current && list.current?.scrollToIndex(last, { align: "end" }));
  }, [count]);
  const toEnd = useCallback(() => {
    stuck.current = true;
    end();
  }, [end]);

  // Opening: at the divider, where there is one.
  useLayoutEffect(() => {
    if (!items || opened.current) return;
    opened.current = true;
    const divider = rowOf(items, "new");
    if (divider < 0) return end();
    stuck.current = false;
    settle(() => list.current?.scrollToIndex(Math.max(0, divider - 1), { align: "start" }), 3);
  }, [items, end]);

  // New rows: one's own message always shows; others do while the reader is at the end.
  const before = useRef<string | null>(null);
  useLayoutEffect(() => {
    const newest = items?.at(-1);
    if (!newest) return;
    const isNew = before.current !== null && before.current !== newest.key;
    before.current = newest.key;
    if (!isNew) return void (stuck.current && end());
    const mine = newest.kind === "message" && newest.message.sender === "me";
    if (mine || stuck.current) toEnd();
    else if (newest.kind === "message") setBelow((known) => known + 1);
  }, [items, end, toEnd]);

  // The field grows, a keyboard opens.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const sized = new ResizeObserver(() => stuck.current && end());
    sized.observe(element);
    return () => sized.disconnect();
  }, [end]);

  const moved = useCallback(() => {
    const at = list.current;
    if (!at || !opened.current) return;
    const there = at.scrollSize - at.scrollOffset - at.viewportSize < NEAR;
    stuck.current = there;
    atEnd(there);
    setAway(!there);
    if (there) setBelow(0);
    if (at.scrollOffset < TOP && more && !loading.current) {
      loading.current = true;
      void older().finally(() => (loading.current = false));
    }
  }, [atEnd, more, older]);

  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  }, [items]);
  /** Goes to a message that is loaded, and gives it the focus. */
  const jump = useCallback((messageId: string) => {
    let [tries, there] = [60, 0];
    const attempt = () => {
      const row = rowOf(latest.current ?? [], messageId);
      if (row >= 0) {
        stuck.current = false;
        list.current?.scrollToIndex(row, { align: "center" });
        const bubble = box.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`);
        if (bubble && ++there > FRAMES) return show(bubble);
      }
      if (tries-- > 0) requestAnimationFrame(attempt);
    };
    requestAnimationFrame(attempt);
  }, []);

  return { list, box, shift, moved, away, below, toEnd, jump };
}

/** Gives a message the focus, and shows which one it is. */
function show(bubble: HTMLElement): void {
  bubble.focus({ preventScroll: true });
  bubble.animate({ outline: ["2px solid var(--accent-mark)", "2px solid transparent"] }, 1_500);
}

/** Goes to a row, again while rows around it are being measured. */
function settle(go: () => void, frames = FRAMES): void {
  go();
  if (frames > 0) requestAnimationFrame(() => settle(go, frames - 1));
}

/** Whether older messages were added above those of the last rendering. */
function usePrepended(items: Item[] | null): boolean {
  const first = items?.find(({ kind }) => kind === "message" || kind === "notice")?.key;
  const [last, setLast] = useState({ items, first, prepended: false });
  if (last.items === items) return last.prepended;
  const prepended =
    last.first !== undefined && first !== last.first && (items ?? []).some(({ key }) => key === last.first);
  setLast({ items, first, prepended });
  return prepended;
}
