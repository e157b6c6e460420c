"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useStore } from "@/app/_client/use-store";
import type { Target, LocalDraft } from "@/app/_client/drafts/model";
import { startDraftFor, initDrafts, currentId, drafts, write, draftById } from "@/app/_client/drafts/store";

/**
 * The draft about a target (or a given draft), and a function to change it. Every part of the page with the same target
 * shows the same draft. Null until this device's drafts are loaded.
 */
export function useDraft(
  personId: string,
  target: Target,
  draftId: string | null,
): [LocalDraft | null, (patch: Partial<LocalDraft>) => void] {
  const [id, setId] = useState<string | null>(null);
  // A draft may get another id while it is being written; the current change goes there too.
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
