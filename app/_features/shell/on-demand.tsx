"use client";

import dynamic from "next/dynamic";
import { lazy, Suspense } from "react";
import { joinRequest } from "@/app/_client/join-first";
import { useStore } from "@/app/_client/use-store";

// Parts that few pages show. A page or layout that imported them itself would load them always: Next splits only what
// components in the browser import dynamically.

/** A page that does not exist. */
export const Lost = dynamic(() => import("@/app/_features/lost/lost").then((module) => module.Lost));

/** Whom to follow first, on a Home that is nearly empty. */
export const Starters = dynamic(() => import("@/app/_features/people/starters").then((module) => module.Starters));

const AskToJoin = lazy(() =>
  import("@/app/_features/shell/join-sheet").then((module) => ({ default: module.JoinSheet })),
);

/** Asks a signed-out visitor to join who presses something that needs it. */
export function JoinSheetIfAsked() {
  const isAsked = useStore(joinRequest, (request) => request !== null, false);
  return (
    isAsked && (
      <Suspense>
        <AskToJoin />
      </Suspense>
    )
  );
}
