"use client";

import { createContext, use } from "react";
import type { Status } from "@/lib/barks/schema";

/** What to write: a new bark, one about another bark, or an existing bark or draft. */
export type ComposeRequest =
  | { kind: "new" }
  | { kind: "reply"; to: Status }
  | { kind: "quote"; of: Status }
  | { kind: "edit"; status: Status }
  /** `part`: the part of its thread with which to begin. */
  | { kind: "draft"; id: string; part?: string };

export const ComposeContext = createContext<((request: ComposeRequest) => void) | null>(null);

/** Whether the composer window is open. */
export const ComposeWindowOpen = createContext(false);

/** Opens the composer window; null for signed-out visitors. */
export const useCompose = (): ((request: ComposeRequest) => void) | null => use(ComposeContext);
