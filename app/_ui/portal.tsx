"use client";

import { useSyncExternalStore, type ReactNode } from "react";
import { createPortal } from "react-dom";

const never = () => () => {};

/** Renders into the right column (`#beside` of the shell) in place of its usual content, while the page is shown. */
export function Portal({ children }: { children: ReactNode }) {
  const column = useSyncExternalStore(
    never,
    () => document.getElementById("beside"),
    () => null,
  );
  return (
    <>
      <span className="has-beside" hidden />
      {column && createPortal(children, column)}
    </>
  );
}
