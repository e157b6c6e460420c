import { z } from "zod";
import { StreamKind, type StreamEntry } from "@/lib/realtime/schema";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";

const Entries = z.array(
  z
    .tuple([z.string(), z.tuple([StreamKind, z.string()])])
    .transform(([id, [kind, value]]): StreamEntry => ({ id, kind, value })),
);

/** More than a stream can hold, so that one read returns all of it. */
const ALL = 1_000;

/**
 * The entries after `cursor`, or null when the stream no longer reaches back to it: a cursor always
 * names an entry, so its absence means that entries were trimmed or lost.
 */
export async function entriesAfter(personId: string, cursor: string): Promise<StreamEntry[] | null> {
  const entries = Entries.parse(await tcpRedis().xrange(keys.live(personId), cursor, "+", "COUNT", ALL));
  return entries[0]?.id === cursor ? entries.slice(1) : null;
}
