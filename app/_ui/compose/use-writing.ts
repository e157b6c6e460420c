"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Target, Writing } from "@/app/_ui/compose/model";
import { beginAbout, beginDrafts, currentId, subscribe, write, writingOf } from "@/app/_ui/drafts";

/**
 * What somebody writes about a target (or one draft of theirs), and how it changes. Every part of the page that
 * writes about the same shows the same. Null until this device's drafts are read.
 */
export function useWriting(
  personId: string,
  target: Target,
  draftId: string | null,
): [Writing | null, (patch: Partial<Writing>) => void] {
  const [id, setId] = useState<string | null>(null);
  // A draft may get another id while it is written; what is typed at that moment goes there too.
  const current = useRef<string | null>(null);
  const { replyTo, quotes, edits } = target;
  useEffect(() => {
    beginDrafts(personId);
    const find = () => {
      if (draftId === null) current.current = beginAbout({ replyTo, quotes, edits });
      else current.current = currentId(current.current ?? draftId);
      setId(current.current);
    };
    current.current = null;
    find();
    return subscribe(find);
  }, [personId, replyTo, quotes, edits, draftId]);
  const writing = useSyncExternalStore(
    subscribe,
    () => (id === null ? null : (writingOf(currentId(current.current ?? id)) ?? null)),
    () => null,
  );
  const change = useCallback((patch: Partial<Writing>) => {
    if (current.current !== null) write(current.current, patch);
  }, []);
  return [writing, change];
}
