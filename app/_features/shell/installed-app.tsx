"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { isInstalled } from "@/app/_client/install";

const Gestures = dynamic(() => import("@/app/_features/shell/gestures").then((module) => module.Gestures));

const never = () => () => {};

/** What only the installed app needs, and loads. */
export function InstalledApp() {
  const installed = useSyncExternalStore(never, isInstalled, () => false);
  return installed && <Gestures />;
}
