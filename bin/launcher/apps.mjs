import { existsSync } from "node:fs";
import { join } from "node:path";

import { answersHttp, answersRest } from "./health.mjs";
import { logFile } from "./logs.mjs";
import { dist, root } from "./places.mjs";

/**
 * @typedef {object} Stage what every process of our own is started with
 * @property {import("./places.mjs").Places} places
 * @property {import("./options.mjs").Options} options
 * @property {import("./child-env.mjs").Ports} ports
 * @property {import("./secrets.mjs").Secrets} secrets
 * @property {Record<string, string>} app the environment that web, sidecar and town share
 */

/** @typedef {import("./supervise.mjs").Recipe} Recipe */

/** Has this process been written and bundled? @param {string} name */
export function isBundled(name) {
  return existsSync(join(dist, `${name}.mjs`));
}

/** The REST bridge in front of Redis. @param {Stage} stage @returns {Recipe} */
export function bridgeRecipe({ places, ports, secrets, app, options }) {
  const port = ports.redisRest;
  const env = {
    PATH: options.env.PATH,
    BARKER_DATA: places.data,
    PORT: String(port),
    REDIS_URL: app.REDIS_URL,
    BRIDGE_TOKEN: secrets.bridgeToken,
    NODE_ENV: "production",
  };
  return {
    ...node(places, "bridge", env),
    name: "redisRest",
    title: "The Redis bridge",
    port,
    isReady: () => answersRest(port, secrets.bridgeToken),
  };
}

/** Live events, fan-out and push. @param {Stage} stage @param {number} [nth] of several, from 0 @returns {Recipe} */
export function sidecarRecipe({ places, ports, app, options }, nth = 0) {
  const port = ports.sidecars[nth];
  const env = { ...options.env, ...app, PORT: String(port), HOST: "127.0.0.1" };
  const isReady = () => answersHttp(`http://127.0.0.1:${port}/health`);
  return {
    ...node(places, "sidecar", env, options.dev && "sidecar/main.ts"),
    ...(nth > 0 && { log: logFile(places.logs, `sidecar-${nth + 1}`) }),
    name: "sidecar",
    title: "The sidecar",
    port,
    isReady,
  };
}

/** Pages and API. @param {Stage} stage @returns {Recipe} */
export function webRecipe({ places, app, options }) {
  const { port } = options;
  const env = { ...options.env, ...app };
  const isReady = () => answersHttp(`${reachable(options)}/health`);
  return {
    ...node(places, "web", env, options.dev && "web/main.ts"),
    name: "web",
    title: "The web server",
    port,
    isReady,
  };
}

/** The demo town's daily life. @param {Stage} stage @returns {Recipe} */
export function townRecipe(stage) {
  return {
    ...node(stage.places, "town-live", townEnv(stage)),
    name: "town",
    title: "The demo town",
    isReady: async () => true,
  };
}

/** @param {Stage} stage */
export function townEnv(stage) {
  return { ...stage.options.env, ...stage.app };
}

/**
 * The web process' address as seen from this machine.
 *
 * @param {import("./options.mjs").Options} options
 */
export function reachable({ host, port }) {
  const address = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
}

/**
 * @param {import("./places.mjs").Places} places
 * @param {string} bundle
 * @param {NodeJS.ProcessEnv} env
 * @param {string | false} [watched] run this source instead, and again after each change
 */
function node(places, bundle, env, watched = false) {
  const args = watched
    ? [join(root, "node_modules", "tsx", "dist", "cli.mjs"), "watch", "--clear-screen=false", join(root, watched)]
    : ["--enable-source-maps", join(dist, `${bundle}.mjs`)];
  return {
    command: process.execPath,
    args,
    env,
    log: logFile(places.logs, bundle),
    patience: 90_000,
    inTerminal: watched !== false,
  };
}
