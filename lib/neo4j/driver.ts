import diagnostics from "node:diagnostics_channel";
import neo4j, { type Driver } from "neo4j-driver";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";

/**
 * The one driver of a process. Short time-outs, so that a request answers 503 in under 3 s when
 * the database is away instead of hanging for the driver's 30 s.
 */
export const driver = singleton("neo4j", (): Driver => {
  sendWithoutDelay();
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = env();
  return neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 2_500,
    maxTransactionRetryTime: 2_000,
    maxConnectionPoolSize: 32,
    disableLosslessIntegers: true,
    telemetryDisabled: true,
  });
});

/** Carries read-your-writes between sessions of this process; only a cluster needs it. */
export const bookmarks = singleton("neo4j-bookmarks", () =>
  env().NEO4J_URI.startsWith("neo4j") ? neo4j.bookmarkManager() : undefined,
);

/**
 * The driver leaves Nagle's algorithm on and writes in chunks of 1,400 bytes, so that any larger
 * request waits 40 ms for the server's delayed acknowledgement.
 */
function sendWithoutDelay(): void {
  diagnostics.subscribe("net.client.socket", (message) => {
    const { socket } = message as { socket: import("node:net").Socket };
    socket.setNoDelay(true);
  });
}
