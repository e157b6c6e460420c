import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { env } from "@/lib/env";
import { spreadOver } from "@/lib/shutdown";

/** How long (ms) a gateway that did not answer is skipped, unless no other answers either. */
const SKIP_MS = 2_000;
/** How long (ms) a gateway may take to answer before the next is tried; the last one gets longer. */
const TIMEOUT_MS = 3_000;
const LAST_TIMEOUT_MS = 15_000;

/** A sidecar that serves live events. */
export interface Gateway {
  host: string;
  port: number;
  /** The clients that this process connects to it: sockets, and responses that stay open. */
  open: Set<Duplex | ServerResponse>;
  skippedUntil: number;
}

const gateways = env()
  .BARKER_SIDECARS.split(",")
  .filter(Boolean)
  .map((address): Gateway => {
    const at = address.lastIndexOf(":");
    const host = address.slice(0, at).replace(/^\[|\]$/g, "");
    return { host, port: Number(address.slice(at + 1)), open: new Set(), skippedUntil: 0 };
  });

/**
 * Asks one gateway after the other until one is available: first the one with the fewest clients.
 * @param ask resolves with null when a gateway is not available
 */
export async function firstAvailable<Answer>(
  ask: (gateway: Gateway, timeoutMs: number) => Promise<Answer | null>,
): Promise<{ gateway: Gateway; answer: Answer } | null> {
  const now = Date.now();
  const order = gateways.toSorted(
    (a, b) => Number(a.skippedUntil > now) - Number(b.skippedUntil > now) || a.open.size - b.open.size,
  );
  for (const gateway of order) {
    const answer = await ask(gateway, gateway === order.at(-1) ? LAST_TIMEOUT_MS : TIMEOUT_MS);
    gateway.skippedUntil = answer ? 0 : Date.now() + SKIP_MS;
    if (answer) return { gateway, answer };
  }
  return null;
}

/** Closes all live connections, spread over `ms`; their clients reconnect through another process. */
export async function endSockets(ms: number): Promise<void> {
  const all = gateways.flatMap(({ open }) => [...open]);
  await spreadOver(all, ms, (client) => client.destroy());
}
