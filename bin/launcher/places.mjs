import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, without a trailing slash. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** The bundles that bin/bundle.mjs makes. */
export const dist = join(root, "dist");

/** The bundled service worker, which is served at /sw.js. */
export const serviceWorker = join(root, "public", "sw.js");

/** The bundled worker of encrypted messages, which is served at /messages.js. */
export const messagesWorker = join(root, "public", "messages.js");

/** The table of endpoints, which is generated from the route files. */
export const routesTable = join(root, "app", "api", "routes.ts");

/** Shared by all instances and tests of this checkout, whatever their data folder: downloads, locks and logs. */
export const shared = join(root, ".barker");

/** Where Neo4j's jars and the Redis binary are stored at the first start. */
export const platformFolder = join(shared, "engines");

/**
 * The files and folders of one instance.
 *
 * @param {string} data its data folder, absolute
 */
export function placesIn(data) {
  return {
    data,
    logs: join(data, "logs"),
    runFile: join(data, "run.json"),
    lock: join(data, "launcher.lock"),
    secrets: join(data, "secrets.json"),
    ports: join(data, "ports.json"),
    env: join(data, "env"),
    neo4j: join(data, "neo4j"),
    redis: join(data, "redis"),
    media: join(data, "media"),
    witness: join(data, "witness"),
  };
}

/** @typedef {ReturnType<typeof placesIn>} Places */
