"use client";

import { useEffect, useRef } from "react";
import { send } from "@/app/_client/api";
import { takeAct } from "@/app/_client/join-first";
import { useCompose } from "@/app/_features/compose/context";
import { useToast } from "@/app/_ui/toast";
import type { Status } from "@/lib/barks/schema";

/** Does what somebody pressed before they signed in. Renders nothing. After joining, the welcome does it. */
export function ActAfterJoining({ viewerId }: { viewerId: string }) {
  const compose = useCompose();
  const say = useToast();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const request = takeAct(location.hash);
    if (request) history.replaceState(history.state, "", location.pathname + location.search);
    if (!request) return;
    if (request.act.kind === "reply") {
      void send<Status>(`/api/v1/statuses/${request.act.id}`).then(
        (outcome) => outcome.ok && compose?.({ kind: "reply", to: outcome.value }),
      );
    } else {
      // Few pages are opened with something to do.
      void import("@/app/_client/do-act")
        .then(({ doAct }) => doAct(request, viewerId))
        .then((sentence) => sentence !== null && say(sentence));
    }
  }, [compose, say, viewerId]);
  return null;
}
