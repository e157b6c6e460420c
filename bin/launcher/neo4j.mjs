import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

import { classArguments } from "./class-archive.mjs";
import { command } from "./command.mjs";
import { writeAtomically } from "./files.mjs";
import { answersBolt } from "./health.mjs";
import { logFile } from "./logs.mjs";
import { neo4jMemory } from "./memory.mjs";
import { root } from "./places.mjs";
import { fillTemplate } from "./template.mjs";
import { UserError } from "./user-error.mjs";

/**
 * @typedef {object} Neo4jPlan
 * @property {import("./places.mjs").Places} places
 * @property {string} java
 * @property {string} jars folder with Neo4j's jars
 * @property {number} port for Bolt
 * @property {string} password
 */

/**
 * Writes the configuration and, before the first start, sets the password.
 *
 * @param {Neo4jPlan & { signal: AbortSignal }} plan
 */
export async function prepareNeo4j({ places, java, jars, port, password, signal }) {
  const home = places.neo4j;
  const { pageCache } = neo4jMemory();
  for (const folder of ["conf", "data", "logs", "run", "plugins", "import"])
    mkdirSync(join(home, folder), { recursive: true });
  writeAtomically(
    join(home, "conf", "neo4j.conf"),
    fillTemplate(join(root, "local", "neo4j", "neo4j.conf"), { port, pageCache }),
  );
  if (existsSync(join(home, "data", "dbms", "auth.ini")) || existsSync(join(home, "data", "databases", "system")))
    return;
  await command(
    java,
    [
      "-Xmx256m",
      "-XX:TieredStopAtLevel=1",
      "-cp",
      join(jars, "*"),
      "org.neo4j.server.startup.Neo4jAdminCommand",
      "dbms",
      "set-initial-password",
      password,
    ],
    {
      log: logFile(places.logs, "neo4j"),
      signal,
      env: environment(places),
      failure: "Neo4j's password could not be set.",
    },
  );
}

/**
 * How to start Neo4j. Java is started directly, because Neo4j's script would add a second Java process.
 *
 * @param {Neo4jPlan} plan
 * @returns {import("./supervise.mjs").ProcessSpec}
 */
export function neo4jSpec({ places, java, jars, port }) {
  const { heapStart, heapMost } = neo4jMemory();
  const folders = [`--home-dir=${places.neo4j}`, `--config-dir=${join(places.neo4j, "conf")}`];
  return {
    name: "neo4j",
    title: "Neo4j",
    port,
    command: java,
    args: [
      `-Xms${heapStart}`,
      `-Xmx${heapMost}`,
      `@${join(root, "local", "neo4j", "jvm.args")}`,
      ...classArguments({ places, java, jars }),
      "-cp",
      join(jars, "*"),
      "org.neo4j.server.CommunityEntryPoint",
      ...folders,
      "--console-mode",
    ],
    env: environment(places),
    log: logFile(places.logs, "neo4j"),
    isReady: () => answersBolt(port),
    readyTimeoutMs: 120_000,
  };
}

/**
 * Throws if there is a database but no secrets file: without its password the database cannot be opened.
 *
 * @param {import("./places.mjs").Places} places
 */
export function ensurePasswordKnown(places) {
  const hasData = existsSync(join(places.neo4j, "data", "databases", "system"));
  if (!hasData || existsSync(places.secrets)) return;
  throw new UserError(
    `${places.secrets} is missing, and without it the database beside it cannot be opened: put it back, or start afresh with another BARKER_DATA.`,
  );
}

/**
 * Only what Java needs; the secrets of the other processes are left out.
 *
 * @param {import("./places.mjs").Places} places
 */
function environment({ data, neo4j }) {
  const { PATH, HOME, LANG, TZ } = process.env;
  return { PATH, HOME, LANG, TZ, BARKER_DATA: data, NEO4J_HOME: neo4j, NEO4J_CONF: join(neo4j, "conf") };
}
