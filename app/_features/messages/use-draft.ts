"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { messages } from "@/app/_client/messages";
import type { Writing } from "@/app/_features/messages/conversation";

/** The pause (ms) in typing after which a draft is stored. */
const PAUSE_MS = 1_500;

/**
 * The text in the field of a conversation. A new message or an answer is a draft that all of the person's devices have;
 * an edit begins with the text of the message, and leaves the draft alone.
 */
export function useDraft(id: string, stored: string | null, writing: Writing) {
  const [draft, setDraft] = useState(stored ?? "");
  const [edited, setEdited] = useState<{ id: string; text: string } | null>(null);
  const editing = writing.kind === "edit" ? writing.message : null;
  const pending = useRef<string | null>(null);

  const store = useCallback(() => {
    const text = pending.current;
    pending.current = null;
    if (text !== null) void messages().setDraft(id, text).catch(ignore);
  }, [id]);
  const touched = useRef(false);
  // What is stored can become known after the field is shown, as long as nothing was typed.
  useEffect(() => {
    if (!touched.current) setDraft(stored ?? "");
  }, [stored]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    addEventListener("pagehide", store);
    return () => {
      removeEventListener("pagehide", store);
      clearTimeout(timer.current);
      store();
    };
  }, [store]);

  const write = useCallback(
    (text: string) => {
      touched.current = true;
      pending.current = text;
      setDraft(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(store, PAUSE_MS);
    },
    [store],
  );
  const editingId = editing?.id ?? null;
  const edit = useCallback((text: string) => editingId && setEdited({ id: editingId, text }), [editingId]);
  const clear = useCallback(() => {
    if (editingId !== null) return setEdited(null);
    touched.current = true;
    pending.current = "";
    setDraft("");
    store();
  }, [editingId, store]);

  if (editing === null) return { text: draft, setText: write, clear };
  return { text: edited?.id === editing.id ? edited.text : editing.text, setText: edit, clear };
}

/** The text stays in the field. */
function ignore(): void {}
