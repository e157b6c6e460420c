import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { constants, cpus, loadavg, setPriority } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { command } from "./command.mjs";
import { writeAtomically } from "./files.mjs";
import { logFile } from "./logs.mjs";
import { isSmall } from "./memory.mjs";
import { root } from "./places.mjs";

// Java refuses a whole list for one line longer than 4,096 characters.
const longestLine = 4_000;
const jvmArgs = join(root, "local", "neo4j", "jvm.args");

/** @typedef {{ java: string, jars: string, places: import("./places.mjs").Places }} Neo4jFiles */

/**
 * Java's arguments that make Neo4j start with classes already parsed and verified (measured: 8.5 s of
 * processor time instead of 14) or, as long as there is no such archive, make it record which classes it loads.
 * Java ignores an archive that no longer matches. https://openjdk.org/jeps/310
 *
 * @param {Neo4jFiles} files
 */
export function classArguments(files) {
  const archive = archiveOf(files);
  return existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`] : [`-XX:DumpLoadedClassList=${listOf(files)}`];
}

/** How often (ms) it looks whether the machine is idle, and the share of its processors that may be busy then. */
const idleCheckMs = 60_000;
const idleShare = 0.3;

/**
 * Makes the archive, if it is missing and the list of classes is there. It takes half a minute of
 * processor time and half a gigabyte, so it waits until nobody needs the machine: whoever has just started Barker looks
 * at it.
 *
 * @param {Neo4jFiles & { signal: AbortSignal }} files
 */
export async function makeClassArchive({ signal, ...files }) {
  const archive = archiveOf(files);
  const list = listOf(files);
  if (isSmall || existsSync(archive) || !existsSync(list)) return;
  do await setTimeout(idleCheckMs, undefined, { signal, ref: false });
  while ((loadavg()[0] ?? 0) > idleShare * cpus().length);
  const lines = readFileSync(list, "utf8").split("\n").slice(0, -1);
  writeAtomically(list, `${lines.filter((line) => line.length < longestLine).join("\n")}\n`);
  const draft = `${archive}.${process.pid}`;
  const what = [`-XX:SharedClassListFile=${list}`, `-XX:SharedArchiveFile=${draft}`, "-cp", join(files.jars, "*")];
  try {
    await command(files.java, ["-Xshare:dump", "-Xmx512m", `@${jvmArgs}`, ...what], {
      log: logFile(files.places.logs, "class-archive"),
      signal,
      failure: "Neo4j's classes could not be archived.",
      onStart: stayBehind,
    });
    renameSync(draft, archive);
  } finally {
    rmSync(draft, { force: true });
    rmSync(list, { force: true });
  }
}

/** Lowers the priority of a process. @param {number} pid */
function stayBehind(pid) {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
    // Linux schedules sessions before processes (autogroup), and this process has a session of its own.
    if (process.platform === "linux") writeFileSync(`/proc/${pid}/autogroup`, "19");
  } catch {
    // The priority is only a courtesy: without it the process runs as any other.
  }
}

/** The archive's path. An archive is valid for one Java, one folder of jars and one set of arguments. @param {Neo4jFiles} files */
function archiveOf({ java, jars }) {
  const { stderr } = spawnSync(java, ["-version"], { encoding: "utf8", timeout: 20_000 });
  const key = createHash("sha256").update(JSON.stringify([java, stderr, jars, readFileSync(jvmArgs, "utf8")]));
  return join(jars, `classes-${key.digest("hex").slice(0, 10)}.jsa`);
}

/** @param {Neo4jFiles} files */
function listOf({ places }) {
  return join(places.neo4j, "classes.lst");
}
