"use client";

import { createContext, use } from "react";
import type { Status } from "@/lib/barks/schema";

/** What is to be written: something new, about another bark, or a bark or draft that is there. */
export type ComposeRequest =
  | { kind: "new" }
  | { kind: "reply"; to: Status }
  | { kind: "quote"; of: Status }
  | { kind: "edit"; status: Status }
  | { kind: "draft"; id: string };

export const ComposeContext = createContext<((request: ComposeRequest) => void) | null>(null);

/** Opens the window in which a bark is written; null for somebody who is not signed in. */
export const useCompose = (): ((request: ComposeRequest) => void) | null => use(ComposeContext);
