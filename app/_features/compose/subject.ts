"use client";

import { useEffect, useMemo, useState } from "react";
import { send } from "@/app/_client/api";
import type { ComposeRequest } from "@/app/_features/compose/context";
import { NO_TARGET, EMPTY_DRAFT_CONTENT, startOf, type Start, type Target } from "@/app/_client/drafts/model";
import { mentionsFor } from "@/app/_features/compose/prefill";
import { compose as words } from "@/app/_words/compose";
import type { Viewer } from "@/lib/auth/schema";
import type { Status } from "@/lib/barks/schema";

/** The bark that a request is about; null for a new bark, and for a draft, which contains it. */
export function targetOf(request: ComposeRequest): Target {
  const id = givenBy(request)?.id ?? null;
  if (request.kind === "reply") return { ...NO_TARGET, replyTo: id };
  if (request.kind === "quote") return { ...NO_TARGET, quotes: id };
  return request.kind === "edit" ? { ...NO_TARGET, edits: id } : NO_TARGET;
}

/** The bark contained in a request; for a rebark, its original. */
export function givenBy(request: ComposeRequest): Status | null {
  const bark = request.kind === "reply" ? request.to : request.kind === "quote" ? request.of : null;
  const given = request.kind === "edit" ? request.status : bark;
  return given === null ? null : given.reblog ? { ...given.reblog, reblog: null } : given;
}

/** The target of a draft, fetched from the server where the request does not contain it, and the initial content. */
export function useSubject(target: Target, given: Status | null, viewer: Viewer) {
  const id = target.replyTo ?? target.quotes ?? target.edits;
  const [read, setRead] = useState<Status | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const known = [given, read].find((bark) => bark?.id === id) ?? null;
  const missing = id !== null && (known === null || target.edits !== null) && read?.id !== id;
  useEffect(() => {
    if (!missing) return;
    let left = false;
    void send<Status>(`/api/v1/statuses/${id}`).then((outcome) => {
      if (left) return;
      if (outcome.ok) setRead(outcome.value);
      else setTrouble(outcome.status === 404 ? words.subjectGone : outcome.sentence);
    });
    return () => void (left = true);
  }, [missing, id]);
  // Before an edit it is fetched again, since the page may show an older version.
  const subject = target.edits !== null && read?.id === id ? read : known;
  const { replyTo, edits } = target;
  const start = useMemo<Start>(() => {
    if (!subject) return EMPTY_DRAFT_CONTENT;
    if (edits !== null) return startOf(subject);
    if (replyTo === null) return EMPTY_DRAFT_CONTENT;
    return { ...EMPTY_DRAFT_CONTENT, text: mentionsFor(subject, viewer.handle), spoiler: subject.spoiler_text || null };
  }, [subject, edits, replyTo, viewer.handle]);
  return { subject, start, trouble: subject ? null : trouble };
}
