import { device, tab } from "@/app/_client/device";
import { tellWorker } from "@/app/_client/worker";

/** How this device is set, which says nothing about anybody. */
const SETTINGS = new Set(["hotkeys:off", "push:asked", "push:on"]);
/** Who was signed in when a page was here last; "" for nobody. */
export const WHOSE = "whose";
/** What belongs to one person names them, and what of it was not sent yet is no copy of anything. */
const OWNED = /^(draft|draft-now|drafts-gone|cursor|searches|outbox):(\d+)/;
const UNSENT = new Set(["draft", "drafts-gone", "outbox"]);

/**
 * A page of this person (null: of nobody) is here. What others read and did here goes; what they wrote and could not
 * send waits for them, as when a session ended by itself.
 */
export function arrive(personId: string | null): void {
  const before = device.get(WHOSE);
  if (before === (personId ?? "")) return;
  if (before !== null) wipe((owner, kind, text) => owner === personId || isUnsent(kind, text));
  device.set(WHOSE, personId ?? "");
}

/** The server says that this device is signed out: what was read here goes, what waits to be sent stays. */
export function forgetRead(): void {
  void tellWorker({ type: "forget" });
  wipe((_, kind, text) => isUnsent(kind, text));
  seal();
}

/** Somebody signs out by themselves: nothing of theirs stays, neither read nor written. */
export async function forgetPerson(personId: string): Promise<void> {
  void tellWorker({ type: "forget" });
  wipe((owner, kind, text) => owner !== personId && isUnsent(kind, text));
  seal();
  try {
    const { forgetEntries } = await import("@/app/_client/outbox/store");
    await forgetEntries(personId);
  } catch {
    // Where the browser has no such store, nothing is in it.
  }
}

function wipe(stays: (owner: string, kind: string, text: string) => boolean): void {
  for (const key of device.keys()) {
    if (SETTINGS.has(key)) continue;
    const [, kind = "", owner = ""] = OWNED.exec(key) ?? [];
    if (owner === "" || !stays(owner, kind, device.get(key) ?? "")) device.set(key, null);
  }
  for (const key of tab.keys()) tab.set(key, null);
}

/** A draft that the server has is a copy; one that it does not have in this state is not. */
function isUnsent(kind: string, text: string): boolean {
  return UNSENT.has(kind) && (kind !== "draft" || /"(?:dirty|sending)":true/.test(text));
}

/** A page that is being left puts down where it was read, which is to be forgotten. */
function seal(): void {
  device.close();
  tab.close();
}
