"use client";

import { useSyncExternalStore, type ReactNode } from "react";
import { createPortal } from "react-dom";

const never = () => () => {};

/** Stands in the right column (`#beside` of the shell) while its page is shown, in place of what is usually there. */
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
