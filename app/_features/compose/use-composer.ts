"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { ComposeRequest } from "@/app/_features/compose/context";
import { usePreferences } from "@/app/_features/compose/preferences";
import { audienceFor } from "@/app/_features/compose/prefill";
import { givenBy, targetOf, useSubject } from "@/app/_features/compose/subject";
import { useDraft } from "@/app/_features/compose/use-draft";
import { isReady, isUndescribed } from "@/app/_features/compose/ready";
import type { LocalDraft } from "@/app/_client/drafts/model";
import { drafts, partsAfter, startDraft } from "@/app/_client/drafts/store";
import { useStore } from "@/app/_client/use-store";
import { useSendBark } from "@/app/_features/compose/send-bark";
import { useToast } from "@/app/_ui/toast";
import type { Viewer } from "@/lib/auth/schema";
import { barkLength } from "@/lib/text/length";

export type Composing = ReturnType<typeof useComposer>;

/**
 * The state and the actions of a composer. Nothing is loaded until it is `awake`, when somebody is about to write.
 * `sent` is called when sending begins.
 */
export function useComposer(viewer: Viewer, request: ComposeRequest, awake: boolean, sent?: () => void) {
  const wanted = useMemo(() => targetOf(request), [request]);
  const given = useMemo(() => givenBy(request), [request]);
  const [writing, change] = useDraft(viewer.id, wanted, request.kind === "draft" ? request.id : null);
  const { subject, start, trouble } = useSubject(writing ?? wanted, given, viewer);
  const id = writing?.id ?? null;
  useEffect(() => {
    if (id !== null) startDraft(id, start);
  }, [id, start]);
  useEffect(() => {
    if (awake)
      void import("@/app/_client/drafts/sync").then(
        ({ beginSync }) => beginSync(),
        () => undefined,
      );
  }, [awake]);

  const preferences = usePreferences(awake);
  const answered = writing?.replyTo ? subject : null;
  const audience = writing?.audience ?? audienceFor(preferences?.audience ?? "public", answered);
  const quotePolicy = writing?.quotePolicy ?? preferences?.quotePolicy ?? "public";
  const usual = (writing ?? wanted).edits === null ? preferences?.language : subject?.language;
  const language = writing?.language ?? usual ?? null;

  const text = writing?.text ?? "";
  const pictures = writing?.pictures ?? [];
  const length = barkLength(text);
  const parts = useParts(id);
  const filled = useMemo(() => (writing ? [writing, ...parts].filter(({ kept }) => kept) : []), [writing, parts]);
  const ready = isReady(filled) && (parts.length === 0 || filled[0] === writing);

  // Asked once per draft, and only when a picture has no description.
  const [asked, setAsked] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const sendBark = useSendBark(viewer);
  const go = useCallback(() => {
    if (!writing || !ready) return;
    setAsking(false);
    sendBark(filled, { subject, audience, quotePolicy, language });
    sent?.();
  }, [writing, filled, ready, sendBark, subject, audience, quotePolicy, language, sent]);
  const send = useCallback(() => {
    if (!ready) return;
    if (asked === id || !filled.some(isUndescribed)) return go();
    setAsked(id);
    setAsking(true);
  }, [ready, asked, id, filled, go]);

  const say = useToast();
  const attach = useCallback(
    (files: File[]) =>
      void import("@/app/_client/drafts/uploads").then((uploads) => {
        const refusal = id !== null && files.length > 0 ? uploads.attach(id, files) : null;
        if (refusal !== null) say(refusal);
      }),
    [id, say],
  );
  const stopAsking = useCallback(() => setAsking(false), []);
  const options = { audience, quotePolicy, language, sensitive: writing?.sensitive ?? false };
  const what = { writing, change, subject, trouble, options, text, pictures, length, ready, parts, filled };
  return Object.assign(what, { send, go, asking, stopAsking, attach });
}

const NONE: LocalDraft[] = [];

/** The drafts that continue a draft as a thread. */
function useParts(id: string | null): LocalDraft[] {
  const all = useStore(drafts, (list) => list, NONE);
  // The list has no drafts without a text, but changes with each of them.
  return useMemo(() => (id === null || all === NONE ? NONE : partsAfter(id)), [all, id]);
}
