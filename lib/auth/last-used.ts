import { z } from "zod";
import { log } from "@/lib/log";
import { write } from "@/lib/neo4j";
import { singleton } from "@/lib/singleton";

/** The precision (ms) of "last used": it limits the writes to one per hour and credential. */
const HOUR = 60 * 60 * 1000;

const noting = singleton("noting", () => new Set<string>());

/** Records that a session or a token is in use, at most once an hour. Does not wait for the write. */
export function recordUse(kind: "session" | "token", key: string, lastAt: number): void {
  const at = Date.now();
  if (at - lastAt < HOUR || noting().has(key)) return;
  noting().add(key);
  const noted =
    kind === "session"
      ? write("auth/touch_session", { id: key, at }, z.object({ id: z.string() }))
      : write("auth/touch_token", { hash: key, at }, z.object({ hash: z.string() }));
  noted
    .catch((error: unknown) => log().debug({ err: error }, "last use not recorded"))
    // Cached rows still have the old time for a second.
    .finally(() => setTimeout(() => noting().delete(key), 2_000).unref());
}
