"use client";

import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { Target, Writing } from "@/app/_ui/compose/model";
import { beginAbout, beginDrafts, subscribe, write, writingOf } from "@/app/_ui/drafts";

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
  const { replyTo, quotes, edits } = target;
  useEffect(() => {
    beginDrafts(personId);
    const find = () => setId(draftId ?? beginAbout({ replyTo, quotes, edits }));
    find();
    return subscribe(find);
  }, [personId, replyTo, quotes, edits, draftId]);
  const writing = useSyncExternalStore(
    subscribe,
    () => (id === null ? null : (writingOf(id) ?? null)),
    () => null,
  );
  const change = useCallback(
    (patch: Partial<Writing>) => {
      if (id !== null) write(id, patch);
    },
    [id],
  );
  return [writing, change];
}
