import type { Status } from "@/lib/barks/schema";
import type { Account } from "@/lib/people/schema";

/** Whom it is about. */
export type Person = Pick<Account, "id" | "acct" | "display_name" | "avatar">;

/** What a menu asks for that needs a few more words: it is closed by then, so somebody else shows the sheet. */
export type DialogRequest =
  | { kind: "mute"; person: Person }
  | { kind: "block"; person: Person }
  | { kind: "report"; person: Person; bark?: Status };

let hears: ((matter: DialogRequest) => void) | null = null;

/** Asks whoever shows sheets to open one. */
export function openDialog(matter: DialogRequest): void {
  hears?.(matter);
}

/** Shows sheets until the returned function is called. */
export function onDialogRequest(listener: (matter: DialogRequest) => void): () => void {
  hears = listener;
  return () => {
    if (hears === listener) hears = null;
  };
}
