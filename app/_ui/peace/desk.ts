import type { Status } from "@/lib/barks/schema";
import type { Account } from "@/lib/people/schema";

/** Whom it is about. */
export type Person = Pick<Account, "id" | "acct" | "display_name" | "avatar">;

/** What a menu asks for that needs a few more words: it is closed by then, so somebody else shows the sheet. */
export type Matter =
  | { kind: "mute"; person: Person }
  | { kind: "block"; person: Person }
  | { kind: "report"; person: Person; bark?: Status };

let hears: ((matter: Matter) => void) | null = null;

/** Asks whoever shows sheets to open one. */
export function raise(matter: Matter): void {
  hears?.(matter);
}

/** Shows sheets until the returned function is called. */
export function onMatter(listener: (matter: Matter) => void): () => void {
  hears = listener;
  return () => {
    if (hears === listener) hears = null;
  };
}
