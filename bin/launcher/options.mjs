import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { root } from "./places.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * @typedef {object} Options how one instance is to run
 * @property {number} port of the web process
 * @property {string} host address it listens on
 * @property {string} data data folder, absolute
 * @property {boolean} empty begin without the demo town
 * @property {boolean} quiet the demo town keeps still
 * @property {boolean} dev watch the sources instead of building
 * @property {boolean} built packages and builds are there and are not looked at
 * @property {boolean} storesOnly only the stores, for working on the code
 * @property {number} sidecars how many of them, for tests of what happens when one is lost
 * @property {NodeJS.ProcessEnv} env what children inherit and what names external stores
 */

export const usage = `npm start -- [--empty] [--quiet] [--built] [--stores-only]

  --empty        begin without the demo town (what is there is always kept)
  --quiet        the demo town keeps still
  --built        use packages and builds as they are, as an image does
  --stores-only  only Neo4j, Redis and the REST bridge, for working on the code;
                 their addresses are in BARKER_DATA/env, for node --env-file

  PORT (3000), HOST (127.0.0.1) and BARKER_DATA (.barker) choose the port, the address and the data folder.`;

/**
 * @param {string[]} args the command line behind the script's name
 * @returns {Partial<Options> | "help"}
 */
export function readArguments(args) {
  const flag = { type: /** @type {const} */ ("boolean"), default: false };
  try {
    const { values } = parseArgs({
      args,
      options: { empty: flag, quiet: flag, dev: flag, built: flag, "stores-only": flag, help: flag },
    });
    if (values.help) return "help";
    return {
      empty: values.empty,
      quiet: values.quiet,
      dev: values.dev,
      built: values.built,
      storesOnly: values["stores-only"],
    };
  } catch (cause) {
    throw new Trouble(/** @type {Error} */ (cause).message, { cause, detail: usage });
  }
}

/**
 * Fills in what was not said from the environment.
 *
 * @param {Partial<Options>} given
 * @returns {Options}
 */
export function completeOptions(given) {
  const env = { ...process.env, ...given.env };
  const port = given.port ?? Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Trouble(`PORT must be a number from 1 to 65535, not "${env.PORT}".`);
  return {
    port,
    host: given.host ?? (env.HOST || "127.0.0.1"),
    data: resolve(root, given.data ?? (env.BARKER_DATA || ".barker")),
    empty: given.empty ?? false,
    quiet: given.quiet ?? false,
    dev: given.dev ?? false,
    built: given.built ?? false,
    storesOnly: given.storesOnly ?? false,
    sidecars: given.sidecars ?? 1,
    env,
  };
}

/** @param {string} host */
export function isLoopback(host) {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * The address to open in a browser.
 *
 * @param {Pick<Options, "host" | "port">} options
 */
export function urlOf({ host, port }) {
  // An address that means "all of them" is none to visit, and passkeys need the name localhost.
  const name =
    isLoopback(host) || host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
