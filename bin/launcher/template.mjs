import { readFileSync } from "node:fs";

import { Trouble } from "./trouble.mjs";

/**
 * A configuration file with its {{names}} filled in.
 *
 * @param {string} file
 * @param {Record<string, string | number>} values
 */
export function fillTemplate(file, values) {
  return readFileSync(file, "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => {
    const value = values[name];
    if (value === undefined) throw new Trouble(`${file} asks for {{${name}}}, which nobody gives.`);
    return String(value);
  });
}
