import { databaseOf } from "@/app/_client/messages/protocol";
import { signingOut } from "@/app/_words/shell";

/** How long (ms) signing out waits for the key log. */
const LIMIT_MS = 4_000;

/** The names of the databases of encrypted messages in this browser; browsers that cannot list them have none. */
async function databases(): Promise<string[]> {
  try {
    const all = await indexedDB.databases();
    return all.flatMap(({ name }) => (name?.startsWith(databaseOf("")) ? [name] : []));
  } catch {
    return [];
  }
}

/** Takes this device out of the account's devices before its person signs out, so that nobody writes to it any more. */
export async function leaveMessages(personId: string): Promise<void> {
  if (!(await databases()).includes(databaseOf(personId))) return;
  const { messages } = await import("@/app/_client/messages");
  const left = messages()
    .forget()
    .catch(() => undefined);
  await Promise.race([left, new Promise((resolve) => setTimeout(resolve, LIMIT_MS))]);
}

/** What signing out on this device would lose for ever, as one sentence; null when nothing. */
export async function describeLoss(personId: string): Promise<string | null> {
  if (!(await databases()).includes(databaseOf(personId))) return null;
  const { messages } = await import("@/app/_client/messages");
  const look = async () => {
    const state = await messages().state();
    if (state.phase !== "ready" || state.archive.ways.length > 0) return null;
    const [devices, { open, requests }] = await Promise.all([messages().devices(), messages().conversations()]);
    if (devices.length > 1 || open.length + requests.length === 0) return null;
    return signingOut.onlyDevice;
  };
  const limit = new Promise<null>((resolve) => setTimeout(() => resolve(null), LIMIT_MS));
  return Promise.race([look().catch(() => null), limit]);
}

/** Deletes the keys and messages of one person from this browser, or with `others` those of everybody else. */
export async function deleteMessages(personId: string, who: "theirs" | "others"): Promise<void> {
  for (const name of await databases()) {
    if ((name === databaseOf(personId)) === (who === "theirs")) indexedDB.deleteDatabase(name);
  }
}
