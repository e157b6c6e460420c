import { existsSync } from "node:fs";
import { join } from "node:path";

import { readJson } from "../launcher/files.mjs";
import { placesIn, root } from "../launcher/places.mjs";
import { dataOfService } from "./settings-file.mjs";

const unit = "/etc/systemd/system/barker.service";

/**
 * The command that starts the Barker of a data folder: that of its service, or else npm start with the variables that
 * are not the usual ones, and with --empty unless a demo town is known to live there.
 *
 * @param {{ data: string, port: number, host?: string }} of
 * @param {{ hasUnit: boolean, ofService: string | null }} [machine] whether the unit is installed, and its data folder
 */
export function startCommand({ data, port, host = "127.0.0.1" }, machine) {
  const { hasUnit, ofService } = machine ?? { hasUnit: existsSync(unit), ofService: dataOfService() };
  if (hasUnit && ofService === data) return "systemctl start barker";
  const settings = [
    data !== join(root, ".barker") && `BARKER_DATA=${quoted(data)}`,
    host !== "127.0.0.1" && `HOST=${quoted(host)}`,
    port !== 3000 && `PORT=${port}`,
  ];
  const isDemo = readJson(join(placesIn(data).neo4j, "done.json"))?.town === "demo";
  return [...settings.filter(Boolean), isDemo ? "npm start" : "npm start -- --empty"].join(" ");
}

/** @param {string} value */
function quoted(value) {
  return /^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
