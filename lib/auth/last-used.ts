import { z } from "zod";
import { log } from "@/lib/log";
import { write, IdRow } from "@/lib/neo4j";
import { singleton } from "@/lib/singleton";
import { HOUR_MS } from "@/lib/time";

/** How exact "last used" is, in milliseconds: a write an hour is nothing, a write a request would be much. */

const noting = singleton("noting", () => new Set<string>());

/** Notes that a session or a token is in use, at most once an hour. Nobody waits for it. */
export function noteUse(kind: "session" | "token", key: string, lastAt: number): void {
  const at = Date.now();
  if (at - lastAt < HOUR_MS || noting().has(key)) return;
  noting().add(key);
  const noted =
    kind === "session"
      ? write("auth/touch_session", { id: key, at }, IdRow)
      : write("auth/touch_token", { hash: key, at }, z.object({ hash: z.string() }));
  noted
    .catch((error: unknown) => log().debug({ err: error }, "use not noted"))
    // The rows that requests remember for a second still say the old time.
    .finally(() => setTimeout(() => noting().delete(key), 2_000).unref());
}
