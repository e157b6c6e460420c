"use client";

import { lazy, Suspense } from "react";
import { joinRequest } from "@/app/_client/join-first";
import { useStore } from "@/app/_client/use-store";
import type { Starter } from "@/lib/circles/schema";

// Parts that few pages show. A page or layout that imported them itself would load them always: Next splits only what
// components in the browser import dynamically.

const LostPage = lazy(() => import("@/app/_features/lost/lost").then((module) => ({ default: module.Lost })));
const StartersList = lazy(() =>
  import("@/app/_features/people/starters").then((module) => ({ default: module.Starters })),
);
const JoinSheet = lazy(() =>
  import("@/app/_features/shell/join-sheet").then((module) => ({ default: module.JoinSheet })),
);

/** A page that does not exist. */
export function LostOnDemand(props: { signedIn: boolean }) {
  return (
    <Suspense>
      <LostPage {...props} />
    </Suspense>
  );
}

/** Whom to follow first, on a Home that is nearly empty. */
export function StartersOnDemand(props: { people: Starter[]; shown: number }) {
  return (
    <Suspense>
      <StartersList {...props} />
    </Suspense>
  );
}

/** Asks a signed-out visitor to join who presses something that needs it. */
export function JoinSheetIfAsked({ town }: { town: string }) {
  const isAsked = useStore(joinRequest, (request) => request !== null, false);
  return (
    isAsked && (
      <Suspense>
        <JoinSheet town={town} />
      </Suspense>
    )
  );
}
