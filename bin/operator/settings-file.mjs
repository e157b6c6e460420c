import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { root } from "../launcher/places.mjs";

/** Where the units of docs/operating expect the settings of Barker. */
export const settingsFile = "/etc/barker/barker.env";

/**
 * Adds the settings of a service to an environment, so that bin/barker works with the same ones. What is given already
 * stays. Nothing is added where there is no such file, where this user may not read it, or where another data folder
 * than that of the service is given.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [file]
 */
export function addServiceSettings(env, file = settingsFile) {
  const settings = readSettings(file);
  if (settings === null) return;
  const folder = (/** @type {string | undefined} */ data) => resolve(root, data || ".barker");
  if (env["BARKER_DATA"] && folder(env["BARKER_DATA"]) !== folder(settings["BARKER_DATA"])) return;
  for (const [name, value] of Object.entries(settings)) env[name] ??= value;
}

/**
 * The data folder that the service on this machine has, if this user may read its settings.
 *
 * @param {string} [file]
 * @returns {string | null}
 */
export function dataOfService(file = settingsFile) {
  const settings = readSettings(file);
  return settings && resolve(root, settings["BARKER_DATA"] || ".barker");
}

/** @param {string} file @returns {Record<string, string> | null} null if it is missing or closed to this user */
function readSettings(file) {
  try {
    return parseSettings(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/**
 * Reads settings as systemd reads an EnvironmentFile (systemd.exec(5)): "%" and "$" mean nothing, a backslash keeps the
 * next character, and quotes count only where a value begins.
 *
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseSettings(text) {
  /** @type {Record<string, string>} */
  const settings = {};
  // A comment, a line without "=", or a name with its value, which may go on over several lines.
  const entry = /^[^\S\n]*(?:[#;].*|([A-Za-z_]\w*)=((?:'[^']*'|"(?:\\[^]|[^"\\])*"|[^\S\n])*(?:\\[^]|[^\\\n])*)|.*)$/gm;
  for (const [, name, value = ""] of text.replaceAll("\r\n", "\n").matchAll(entry))
    if (name) settings[name] = unquoted(value);
  return settings;
}

/** @param {string} value */
function unquoted(value) {
  const pieces = value.matchAll(/'([^']*)'|"((?:\\[^]|[^"\\])*)"|[^\S\n]+|((?:\\[^]|[^\\])+)/g);
  return [...pieces]
    .map(([, single, double, plain]) => {
      if (plain !== undefined)
        return plain.replace(/(?<!\\)\s+$/, "").replace(/\\([^])/g, (_, kept) => (kept === "\n" ? "" : kept));
      return single ?? double?.replace(/\\(["\\`$\n])/g, (_, kept) => (kept === "\n" ? "" : kept)) ?? "";
    })
    .join("");
}
