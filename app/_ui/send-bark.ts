"use client";

import { useCallback } from "react";
import { send } from "@/app/_ui/api";
import { saveDraft, loadDraft } from "@/app/_ui/drafts";
import { tell } from "@/app/_ui/square";
import { useToast } from "@/app/_ui/toast";
import type { Viewer } from "@/lib/auth/schema";
import type { Status } from "@/lib/barks/schema";

/** Barks at once for the eyes, and takes it back with a word if it fails; then it is a draft again. */
export function useSendBark(viewer: Viewer): (text: string) => void {
  const say = useToast();
  return useCallback(
    (text) => {
      const key = crypto.randomUUID();
      tell({ type: "sending", key, text, author: viewer });
      void send<Status>("/api/v1/statuses", {
        method: "POST",
        json: { status: text },
        idempotencyKey: key,
        keepalive: true,
      }).then((outcome) => {
        if (outcome.ok) return tell({ type: "sent", key, status: outcome.value });
        if (loadDraft() === "") saveDraft(text);
        tell({ type: "unsent", key });
        say(`Could not send. It is in your drafts. ${outcome.sentence}`);
      });
    },
    [say, viewer],
  );
}
