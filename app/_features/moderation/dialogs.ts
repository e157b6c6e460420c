import type { Status } from "@/lib/barks/schema";
import type { Account } from "@/lib/people/schema";

/** The person it is about. */
export type Person = Pick<Account, "id" | "acct" | "display_name" | "avatar">;

/** A menu's request to open a sheet: the menu itself is closed by then, so another component shows it. */
export type DialogRequest =
  | { kind: "mute"; person: Person }
  | { kind: "block"; person: Person }
  | { kind: "report"; person: Person; bark?: Status };

let hears: ((matter: DialogRequest) => void) | null = null;

/** Requests a sheet. */
export function openDialog(matter: DialogRequest): void {
  hears?.(matter);
}

/** Handles requests until the returned function is called. */
export function onDialogRequest(listener: (matter: DialogRequest) => void): () => void {
  hears = listener;
  return () => {
    if (hears === listener) hears = null;
  };
}
