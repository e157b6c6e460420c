import { existsSync, readFileSync } from "node:fs";

import { cosignerKey } from "./log-keys.mjs";
import { isLoopback, urlOf } from "./options.mjs";

/** @typedef {{ neo4j: number, redis: number, witness: number, sidecars: number[] }} Ports of the internal services */

/** The URL of the Redis that the launcher starts. @param {Ports} ports @param {import("./secrets.mjs").Secrets} secrets */
export function localRedisUrl(ports, secrets) {
  return `redis://:${secrets.redisPassword}@127.0.0.1:${ports.redis}`;
}

/**
 * The environment variables with the stores' addresses and credentials, external or local.
 *
 * @param {{ external: import("./external-stores.mjs").ExternalStores, ports: Ports, secrets: import("./secrets.mjs").Secrets, env: NodeJS.ProcessEnv }} from
 * @returns {Record<string, string>}
 */
export function storesEnv({ external, ports, secrets, env }) {
  const neo4j = external.neo4j ?? {
    uri: `bolt://127.0.0.1:${ports.neo4j}`,
    user: "neo4j",
    password: secrets.neo4jPassword,
  };
  return {
    NEO4J_URI: neo4j.uri,
    NEO4J_USER: neo4j.user,
    NEO4J_PASSWORD: neo4j.password,
    NEO4J_DATABASE: env.NEO4J_DATABASE || "neo4j",
    REDIS_URL: external.redisUrl ?? localRedisUrl(ports, secrets),
  };
}

/**
 * The environment that the web, sidecar and town processes share.
 *
 * @param {{ options: import("./options.mjs").Options, stores: Record<string, string>, ports: Ports,
 *   secrets: import("./secrets.mjs").Secrets, external: import("./external-stores.mjs").ExternalStores,
 *   town: import("./town.mjs").Town | null }} from
 * @returns {Record<string, string>}
 */
export function appEnv({ options, stores, ports, secrets, external, town }) {
  const { env, host, port, data, dev } = options;
  const { origin, nextAuthUrl } = addressesOf(options);
  return {
    ...givenSettings(env),
    ...stores,
    NODE_ENV: dev ? "development" : "production",
    PORT: String(port),
    HOST: host,
    BARKER_DATA: data,
    BARKER_ORIGIN: origin,
    BARKER_SECRET: env.BARKER_SECRET || secrets.barkerSecret,
    ...pushEnv(env, secrets),
    BARKER_LOG_KEY: env.BARKER_LOG_KEY || secrets.logKey,
    BARKER_VRF_KEY: env.BARKER_VRF_KEY || secrets.vrfKey,
    BARKER_LOG_ORIGIN: env.BARKER_LOG_ORIGIN || secrets.logOrigin,
    BARKER_WITNESSES:
      env.BARKER_WITNESSES ||
      `http://127.0.0.1:${ports.witness} ${cosignerKey(witnessName(secrets), secrets.witnessKey)}`,
    BARKER_SIDECARS: env.BARKER_SIDECARS || ports.sidecars.map((sidecar) => `127.0.0.1:${sidecar}`).join(","),
    ...demoFlag({ options, external, town }),
    // Draining connections helps only if clients can move to another sidecar, and here there is one.
    BARKER_DRAIN_SECONDS: env.BARKER_DRAIN_SECONDS || "0",
    NEXTAUTH_URL: nextAuthUrl,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET || secrets.nextAuthSecret,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/**
 * Whether visitors may sign in as a person of the demo town without a password: only if there is a demo town, and the
 * page is reachable from this machine alone.
 *
 * @param {{ options: import("./options.mjs").Options, external: import("./external-stores.mjs").ExternalStores,
 *   town: import("./town.mjs").Town | null }} from
 */
export function demoFlag({ options, external, town }) {
  const { origin, nextAuthUrl } = addressesOf(options);
  const local = isLoopback(options.host) && [origin, nextAuthUrl].every(isLoopbackUrl);
  const demo = town === "demo" && !external.neo4j && !options.empty && local && options.env.BARKER_DEMO !== "off";
  return { BARKER_DEMO: demo ? "on" : "off" };
}

/** The public address, and that of next-auth. @param {import("./options.mjs").Options} options */
function addressesOf(options) {
  const origin = options.env.BARKER_ORIGIN || urlOf(options);
  return { origin, nextAuthUrl: options.env.NEXTAUTH_URL || origin };
}

/**
 * The settings that were given, such as the mail server and the store of pictures. They are in the file of the
 * environment too, so that bin/barker backs up and checks what runs, whoever calls it; the passphrase of backups is not,
 * only the name of its file.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function givenSettings(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      /^((BARKER|OTEL)_|NODE_EXTRA_CA_CERTS$)/.test(name) && name !== "BARKER_BACKUP_KEY" && value
        ? [[name, value]]
        : [],
    ),
  );
}

/** The name of the witness beside this Barker. @param {import("./secrets.mjs").Secrets} secrets */
export function witnessName({ logOrigin }) {
  return `${logOrigin}/witness`;
}

/**
 * A warning if there seems to be a proxy that BARKER_TRUST_PROXY does not trust; otherwise null.
 *
 * @param {Record<string, string>} app
 * @param {Pick<import("./options.mjs").Options, "host" | "env">} options
 * @returns {string | null}
 */
export function proxyAdvice({ BARKER_ORIGIN = "" }, { host, env }) {
  const proxied = BARKER_ORIGIN.startsWith("https:") || (isLoopback(host) && !isLoopbackUrl(BARKER_ORIGIN));
  if (!proxied || env.BARKER_TRUST_PROXY === "on") return null;
  return `${BARKER_ORIGIN} is reached through a proxy, and BARKER_TRUST_PROXY is not on: everybody behind it shares one rate limit. Let the proxy set X-Forwarded-For and start with BARKER_TRUST_PROXY=on.`;
}

/** @param {string} url */
function isLoopbackUrl(url) {
  return URL.canParse(url) && isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ""));
}

/**
 * The VAPID keys for push messages: both from the environment, or both from the instance's secrets.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {import("./secrets.mjs").Secrets} secrets
 * @returns {Record<string, string>}
 */
function pushEnv(env, secrets) {
  const given = env.BARKER_VAPID_PUBLIC_KEY && env.BARKER_VAPID_PRIVATE_KEY;
  const pair = given
    ? { public: env.BARKER_VAPID_PUBLIC_KEY ?? "", private: env.BARKER_VAPID_PRIVATE_KEY ?? "" }
    : { public: secrets.vapidPublicKey, private: secrets.vapidPrivateKey };
  return {
    BARKER_VAPID_PUBLIC_KEY: pair.public,
    BARKER_VAPID_PRIVATE_KEY: pair.private,
  };
}

/**
 * Formats an environment as a file for node --env-file. There, what follows a "#" is a comment unless it is in quotes.
 *
 * @param {Record<string, string>} env
 */
export function envFileText(env) {
  return Object.entries(env)
    .map(([name, value]) => `${name}=${quoted(value)}\n`)
    .join("");
}

/** @param {string} value */
function quoted(value) {
  const mark = /[#\s"'`]/.test(value) ? ["'", '"', "`"].find((one) => !value.includes(one)) : "";
  return `${mark ?? ""}${value}${mark ?? ""}`;
}

/**
 * Reads such a file; none is an empty environment.
 *
 * @param {string} file
 * @returns {Record<string, string>}
 */
export function readEnvFile(file) {
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, "utf8").matchAll(/^(\w+)=(?:(['"`])(.*)\2|(.*))$/gm);
  return Object.fromEntries([...lines].map(([, name, , inQuotes, plain]) => [name, inQuotes ?? plain]));
}
