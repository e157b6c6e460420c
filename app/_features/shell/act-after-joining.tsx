"use client";

import { useEffect, useRef } from "react";
import { send } from "@/app/_client/api";
import { takeAct, type JoinRequest } from "@/app/_client/join-first";
import { mutate } from "@/app/_client/outbox/mutate";
import { useCompose } from "@/app/_features/compose/context";
import { useToast } from "@/app/_ui/toast";
import type { Status } from "@/lib/barks/schema";
import { isolated } from "@/lib/text/isolate";

/** Does what somebody pressed before they joined or signed in. Renders nothing. */
export function ActAfterJoining({ viewerId }: { viewerId: string }) {
  const compose = useCompose();
  const say = useToast();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const request = takeAct();
    if (!request) return;
    const { act } = request;
    if (act.kind === "reply") {
      void send<Status>(`/api/v1/statuses/${act.id}`).then(
        (outcome) => outcome.ok && compose?.({ kind: "reply", to: outcome.value }),
      );
    } else if (act.kind === "follow") {
      if (act.personId === viewerId) return;
      const next = act.locked ? "requested" : "following";
      void mutate({ kind: "follow", personId: act.personId, next, before: "none" }).then(
        (outcome) => outcome && say(outcome.ok ? done(request) : outcome.sentence),
      );
    } else if (act.kind !== "choose") {
      void mutate(act).then((outcome) => outcome && say(outcome.ok ? done(request) : outcome.sentence));
    }
  }, [compose, say, viewerId]);
  return null;
}

function done({ act, name }: JoinRequest): string {
  const who = isolated(name);
  switch (act.kind) {
    case "like":
      return `You like ${who}’s bark`;
    case "rebark":
      return `You rebarked ${who}`;
    case "bookmark":
      return `${who}’s bark is in your bookmarks`;
    case "follow":
      return act.locked ? `You asked to follow ${who}` : `You follow ${who}`;
    default:
      return `You reacted to ${who}’s bark`;
  }
}
