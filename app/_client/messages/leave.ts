import { databaseOf } from "@/app/_client/messages/protocol";

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

/** Deletes the keys and messages of one person from this browser, or with `others` those of everybody else. */
export async function deleteMessages(personId: string, who: "theirs" | "others"): Promise<void> {
  for (const name of await databases()) {
    if ((name === databaseOf(personId)) === (who === "theirs")) indexedDB.deleteDatabase(name);
  }
}
