"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useStore } from "@/app/_client/use-store";
import type { Target, LocalDraft } from "@/app/_client/drafts/model";
import { startDraftFor, initDrafts, currentId, drafts, write, draftById } from "@/app/_client/drafts/store";

/**
 * What somebody writes about a target (or one draft of theirs), and how it changes. Every part of the page that
 * writes about the same shows the same. Null until this device's drafts are read.
 */
export function useDraft(
  personId: string,
  target: Target,
  draftId: string | null,
): [LocalDraft | null, (patch: Partial<LocalDraft>) => void] {
  const [id, setId] = useState<string | null>(null);
  // A draft may get another id while it is written; what is typed at that moment goes there too.
  const current = useRef<string | null>(null);
  const { replyTo, quotes, edits } = target;
  useEffect(() => {
    initDrafts(personId);
    const find = () => {
      if (draftId === null) current.current = startDraftFor({ replyTo, quotes, edits });
      else current.current = currentId(current.current ?? draftId);
      setId(current.current);
    };
    current.current = null;
    find();
    return drafts.subscribe(find);
  }, [personId, replyTo, quotes, edits, draftId]);
  const writing = useStore(
    drafts,
    () => (id === null ? null : (draftById(currentId(current.current ?? id)) ?? null)),
    null,
  );
  const change = useCallback((patch: Partial<LocalDraft>) => {
    if (current.current !== null) write(current.current, patch);
  }, []);
  return [writing, change];
}
