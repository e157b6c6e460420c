import { readFileSync } from "node:fs";

import { UserError } from "./user-error.mjs";

/**
 * Reads a configuration file and fills in its {{names}}.
 *
 * @param {string} file
 * @param {Record<string, string | number>} values
 */
export function fillTemplate(file, values) {
  return readFileSync(file, "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => {
    const value = values[name];
    if (value === undefined) throw new UserError(`${file} asks for {{${name}}}, which nobody gives.`);
    return String(value);
  });
}
