// The operator's command: bin/barker reports, suspend <handle>, audit [address]. It takes the addresses of the stores from
// the environment or, without NEO4J_URI, from the env file in the data folder.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

import { dist, root } from "./launcher/places.mjs";

const data = resolve(root, process.env.BARKER_DATA || ".barker");
const file = join(data, "env");
// The key log of another server is public.
const isElsewhere = process.argv[2] === "audit" && process.argv[3] !== undefined;
const known = process.env.NEO4J_URI !== undefined || isElsewhere;
if (!known && !existsSync(file)) {
  console.error(`There is no Barker in ${data}. Start it first, or say where it is with BARKER_DATA.`);
  process.exit(1);
}
const bundle = join(dist, "operator.mjs");
const source = ["--import", "tsx", join(root, "local/operator/main.ts")];
const program = existsSync(bundle) ? [bundle] : source;
const child = spawn(
  process.execPath,
  [...(known ? [] : [`--env-file=${file}`]), ...program, ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || "warn" },
  },
);
child.on("exit", (code) => process.exit(code ?? 1));
