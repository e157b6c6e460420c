import { device, tab, WHOSE } from "@/app/_client/device";
import { forgetHomeDevice } from "@/app/_client/home-device";
import { tellWorker } from "@/app/_client/worker";

/** Settings of this device, which contain nothing personal. */
const SETTINGS = new Set(["hotkeys:off", "push:asked", "push:on"]);
/** What a signed-out visitor pressed; it outlives joining and signing in, in this window. */
export const WAITING_ACT = "waiting-act";
/** Keys of personal data include the person's id; unsent content exists nowhere else. */
const OWNED = /^(draft|draft-now|drafts-gone|cursor|searches|outbox):(\d+)/;
const UNSENT = new Set(["draft", "drafts-gone", "outbox"]);

/**
 * A page of this person (null: signed out) was opened. Other people's data is deleted, except what they wrote and could
 * not send: it waits for them, as after a session that expired.
 */
export function arrive(personId: string | null): void {
  const before = device.get(WHOSE);
  if (before === (personId ?? "")) return;
  const waiting = before ? null : tab.get(WAITING_ACT);
  if (before !== null) wipe((owner, kind, text) => owner === personId || isUnsent(kind, text));
  // The keys of a session that expired stay for its person, unless somebody else comes.
  if (personId !== null) void forgetKeys(personId, "others");
  tab.set(WAITING_ACT, waiting);
  device.set(WHOSE, personId ?? "");
}

/** The server says that this device is signed out: cached data is deleted, unsent content stays. */
export function forgetRead(): void {
  void tellWorker({ type: "forget" });
  wipe((_, kind, text) => isUnsent(kind, text));
  seal();
}

/** Somebody signs out: all of their data is deleted, including unsent content. */
export async function forgetPerson(personId: string): Promise<void> {
  void tellWorker({ type: "forget" });
  wipe((owner, kind, text) => owner !== personId && isUnsent(kind, text));
  seal();
  await forgetKeys(personId, "theirs");
  try {
    const { forgetEntries } = await import("@/app/_client/outbox/store");
    await forgetEntries(personId);
  } catch {
    // Where the browser has no such store, there is nothing to delete.
  }
}

/** Deletes keys and messages that are encrypted end to end. */
async function forgetKeys(personId: string, who: "theirs" | "others"): Promise<void> {
  try {
    const { deleteMessages } = await import("@/app/_client/messages/leave");
    await deleteMessages(personId, who);
  } catch {
    // Where the browser has no such store, there is nothing to delete.
  }
}

function wipe(stays: (owner: string, kind: string, text: string) => boolean): void {
  for (const key of device.keys()) {
    if (SETTINGS.has(key)) continue;
    const [, kind = "", owner = ""] = OWNED.exec(key) ?? [];
    if (owner === "" || !stays(owner, kind, device.get(key) ?? "")) device.set(key, null);
  }
  for (const key of tab.keys()) tab.set(key, null);
  forgetHomeDevice();
}

/** A draft that the server has in this state is a copy; any other is not. */
function isUnsent(kind: string, text: string): boolean {
  return UNSENT.has(kind) && (kind !== "draft" || /"(?:dirty|sending)":true/.test(text));
}

/** A page that is being closed stores its scroll position, which must not outlive sign-out. */
function seal(): void {
  device.close();
  tab.close();
}
