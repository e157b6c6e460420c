import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { startBarker } from "../launcher/index.mjs";
import { stopLeftovers } from "../launcher/leftovers.mjs";
import { takeLock } from "../launcher/lock.mjs";
import { placesIn, shared } from "../launcher/places.mjs";
import { freePort } from "../launcher/ports.mjs";
import { UserError } from "../launcher/user-error.mjs";

/**
 * Starts a separate Barker with empty stores on free ports, so that other instances may run at the same time.
 *
 * @param {"test" | "bench"} name
 * @param {{ storesOnly?: boolean, empty?: boolean, sidecars?: number, env: NodeJS.ProcessEnv, signal: AbortSignal }} how
 * @returns {Promise<import("../launcher/index.mjs").Barker>}
 */
export async function startAlone(name, { storesOnly = false, empty = false, sidecars = 1, env, signal }) {
  const data = join(shared, name);
  await wipe(data);
  const none = {
    NEO4J_URI: "",
    REDIS_URL: "",
    UPSTASH_REDIS_REST_URL: "",
    BARKER_ORIGIN: "",
    NEXTAUTH_URL: "",
    BARKER_SIDECARS: "",
  };
  return startBarker({
    port: await freePort(),
    host: "127.0.0.1",
    data,
    quiet: true,
    storesOnly,
    empty,
    sidecars,
    env: {
      ...none,
      BARKER_RATE_LIMITS: process.env.BARKER_RATE_LIMITS || "off",
      // Tests run their push services on this machine.
      BARKER_PUSH_LOCAL: "on",
      // Tests fetch cards from sites of their own, and nothing from anywhere else.
      BARKER_LINK_CARDS: "off",
      ...env,
    },
    log: console.log,
    signal,
  });
}

/**
 * The environment that leads a test or a benchmark to the instance and its stores.
 *
 * @param {import("../launcher/index.mjs").Barker} barker
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentOf(barker) {
  const { NODE_ENV: _, ...env } = barker.env;
  return { ...process.env, ...env, BARKER_URL: barker.url };
}

/** @param {string} data */
async function wipe(data) {
  mkdirSync(data, { recursive: true });
  const places = placesIn(data);
  const release = takeLock(places.lock);
  if (!release) throw new UserError(`Another run uses ${data}: wait for it to end.`);
  try {
    await stopLeftovers(places);
    for (const entry of readdirSync(data))
      if (join(data, entry) !== places.lock) rmSync(join(data, entry), { recursive: true });
  } finally {
    release();
  }
}
