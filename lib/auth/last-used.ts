import { z } from "zod";
import { log } from "@/lib/log";
import { write, IdRow } from "@/lib/neo4j";
import { singleton } from "@/lib/singleton";
import { HOUR_MS, MINUTE_MS } from "@/lib/time";

/** The accuracy of "last used", in milliseconds: one write an hour is negligible, one per request would not be. */

const noting = singleton("noting", () => new Set<string>());

/** Records that a session or a token is in use, at most once an hour. Does not wait for the write. */
export function recordUse(kind: "session" | "token", key: string, lastAt: number): void {
  const at = Date.now();
  if (at - lastAt < HOUR_MS || noting().has(key)) return;
  noting().add(key);
  const noted =
    kind === "session"
      ? write("auth/touch_session", { id: key, at }, IdRow)
      : write("auth/touch_token", { hash: key, at }, z.object({ hash: z.string() }));
  noted
    .catch((error: unknown) => log().debug({ err: error }, "last use not recorded"))
    // Cached rows still have the old time for a minute.
    .finally(() => setTimeout(() => noting().delete(key), 2 * MINUTE_MS).unref());
}
