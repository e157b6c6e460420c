import { accepts } from "./health.mjs";
import { UserError } from "./user-error.mjs";

/**
 * @typedef {object} ExternalStores stores that the environment names; the launcher starts those that are null
 * @property {{ uri: string, user: string, password: string } | null} neo4j
 * @property {string | null} redisUrl
 */

/**
 * Reads from the environment which stores are external.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {ExternalStores}
 */
export function externalStores(env) {
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, REDIS_URL, UPSTASH_REDIS_REST_URL } = env;
  if (NEO4J_URI && !NEO4J_PASSWORD)
    throw new UserError(
      "NEO4J_URI is set but NEO4J_PASSWORD is not: give both, or neither for a Neo4j of Barker's own.",
    );
  if (UPSTASH_REDIS_REST_URL && !REDIS_URL)
    throw new UserError(
      "UPSTASH_REDIS_REST_URL is set but REDIS_URL is not: the sidecar reaches the same Redis by TCP and needs its address.",
    );
  return {
    neo4j:
      NEO4J_URI && NEO4J_PASSWORD ? { uri: NEO4J_URI, user: NEO4J_USER || "neo4j", password: NEO4J_PASSWORD } : null,
    redisUrl: REDIS_URL || null,
  };
}

/**
 * Throws a UserError if an external store accepts no connection. Wrong credentials are reported later, by its client.
 *
 * @param {ExternalStores} external
 */
export async function ensureReachable({ neo4j, redisUrl }) {
  if (neo4j) await ensureAccepts("NEO4J_URI", neo4j.uri, 7687);
  if (redisUrl) await ensureAccepts("REDIS_URL", redisUrl, 6379);
}

/**
 * @param {string} variable
 * @param {string} address
 * @param {number} usualPort
 */
async function ensureAccepts(variable, address, usualPort) {
  if (!URL.canParse(address))
    throw new UserError(
      `${variable} is no address: it should look like ${variable === "REDIS_URL" ? "redis" : "bolt"}://host:${usualPort}.`,
    );
  const { hostname, port } = new URL(address);
  const at = Number(port || usualPort);
  if (await accepts(at, hostname.replace(/^\[|\]$/g, ""))) return;
  throw new UserError(
    `Nothing answers at ${hostname}:${at}, which ${variable} names: start it, or unset ${variable} for one of Barker's own.`,
  );
}
