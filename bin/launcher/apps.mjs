import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { answersHttp } from "./health.mjs";
import { witnessName } from "./child-env.mjs";
import { logKey } from "./log-keys.mjs";
import { logFile } from "./logs.mjs";
import { dist, root } from "./places.mjs";

/**
 * @typedef {object} LaunchContext what is known about an instance before its processes are started
 * @property {import("./places.mjs").Places} places
 * @property {import("./options.mjs").Options} options
 * @property {import("./child-env.mjs").Ports} ports
 * @property {import("./secrets.mjs").Secrets} secrets
 * @property {Record<string, string>} app the environment that web, sidecar and town share
 */

/** @typedef {import("./supervise.mjs").ProcessSpec} ProcessSpec */

/** Does the bundle of this process exist? @param {string} name */
export function isBundled(name) {
  return existsSync(join(dist, `${name}.mjs`));
}

/**
 * How to start a sidecar: live events, fan-out and push.
 *
 * @param {LaunchContext} context
 * @param {number} [nth] index among several sidecars, from 0
 * @returns {ProcessSpec}
 */
export function sidecarSpec({ places, ports, app, options }, nth = 0) {
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

/**
 * How to start the witness, which signs only what continues the key log that it has seen. It gets no address and no
 * password of a store: what it remembers is in a file of its own.
 *
 * @param {LaunchContext} context
 * @returns {ProcessSpec}
 */
export function witnessSpec({ places, ports, app, secrets, options }) {
  const env = {
    NODE_ENV: app["NODE_ENV"],
    LOG_LEVEL: options.env.LOG_LEVEL,
    HOST: "127.0.0.1",
    PORT: String(ports.witness),
    BARKER_WITNESS_NAME: witnessName(secrets),
    BARKER_WITNESS_KEY: secrets.witnessKey,
    BARKER_WITNESS_LOGS: logKey(app["BARKER_LOG_ORIGIN"] ?? "", app["BARKER_LOG_KEY"] ?? ""),
    BARKER_WITNESS_FOLDER: places.witness,
  };
  return {
    ...node(places, "witness", env, options.dev && "local/witness/main.ts"),
    name: "witness",
    title: "The witness",
    port: ports.witness,
    isReady: () => answersHttp(`http://127.0.0.1:${ports.witness}/health`),
  };
}

/** How to start the web process: pages and API. @param {LaunchContext} context @returns {ProcessSpec} */
export function webSpec({ places, app, options }) {
  const { port } = options;
  const launch = randomUUID();
  const env = { ...options.env, ...app, BARKER_LAUNCH: launch };
  // Another Barker that was started at the same moment may have taken the port meanwhile, and answers as well.
  const isReady = () => answersHttp(`${reachable(options)}/health`, (body) => body.includes(launch));
  return {
    ...node(places, "web", env, options.dev && "web/main.ts"),
    name: "web",
    title: "The web server",
    port,
    isReady,
  };
}

/** How to start the demo town, which keeps posting. @param {LaunchContext} context @returns {ProcessSpec} */
export function townSpec(context) {
  return {
    ...node(context.places, "town-live", townEnv(context)),
    name: "town",
    title: "The demo town",
    isReady: async () => true,
  };
}

/** The environment of the demo town's processes. @param {LaunchContext} context */
export function townEnv(context) {
  return { ...context.options.env, ...context.app };
}

/**
 * The web process' address as seen from this machine.
 *
 * @param {Pick<import("./options.mjs").Options, "host" | "port">} options
 */
export function reachable({ host, port }) {
  const address = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
}

/**
 * @param {import("./places.mjs").Places} places
 * @param {string} bundle
 * @param {NodeJS.ProcessEnv} env
 * @param {string | false} [watched] run this source file instead, and restart it after each change
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
    readyTimeoutMs: 90_000,
    inTerminal: watched !== false,
  };
}
