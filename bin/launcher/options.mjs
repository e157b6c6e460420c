import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { root } from "./places.mjs";
import { UserError } from "./user-error.mjs";

/**
 * @typedef {object} Options how to run an instance
 * @property {number} port of the web process
 * @property {string} host address it listens on
 * @property {string} data data folder, absolute
 * @property {boolean} empty do not create the demo town
 * @property {boolean} quiet do not run the demo town's process
 * @property {boolean} dev watch the sources instead of building
 * @property {boolean} built use packages and builds without checking them
 * @property {boolean} storesOnly start only the stores, for development
 * @property {boolean} bare with `storesOnly`: leave the database as it is, because a backup is restored into it
 * @property {number} sidecars number of sidecars, for tests that kill one
 * @property {NodeJS.ProcessEnv} env what children inherit, and where external stores are named
 */

export const usage = `npm start -- [--empty] [--quiet] [--built] [--stores-only]

  --empty        begin without the demo town, for good (what is there is always kept)
  --quiet        the demo town keeps still
  --built        use packages and builds as they are, as an image does
  --stores-only  only Neo4j and Redis, for working on the code;
                 their addresses are in BARKER_DATA/env, for node --env-file

  PORT (3000), HOST (127.0.0.1) and BARKER_DATA (.barker) choose the port, the address and the data folder.`;

/**
 * Parses the command line.
 *
 * @param {string[]} args the arguments after the script's name
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
    throw new UserError(/** @type {Error} */ (cause).message, { cause, detail: usage });
  }
}

/**
 * Fills in missing options from the environment, else with defaults.
 *
 * @param {Partial<Options>} given
 * @returns {Options}
 */
export function completeOptions(given) {
  const env = { ...process.env, ...given.env };
  const port = given.port ?? Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UserError(`PORT must be a number from 1 to 65535, not "${env.PORT}".`);
  return {
    port,
    host: given.host ?? (env.HOST || "127.0.0.1"),
    data: resolve(root, given.data ?? (env.BARKER_DATA || ".barker")),
    empty: given.empty ?? false,
    quiet: given.quiet ?? false,
    dev: given.dev ?? false,
    built: given.built ?? false,
    storesOnly: given.storesOnly ?? false,
    bare: given.bare ?? false,
    sidecars: given.sidecars ?? 1,
    env,
  };
}

/** Can this address be reached from this machine only? @param {string} host */
export function isLoopback(host) {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * The address to open in a browser.
 *
 * @param {Pick<Options, "host" | "port">} options
 */
export function urlOf({ host, port }) {
  // A browser cannot open a wildcard address, and passkeys require the name localhost.
  const name =
    isLoopback(host) || host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
