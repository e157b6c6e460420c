import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

import { aptInstall, mayInstall } from "./debian.mjs";
import { UserError } from "./user-error.mjs";

const oldest = 17;

/**
 * Finds a Java that can run Neo4j and, if requested, a Maven; installs what is missing where that is possible.
 *
 * @param {{ maven: boolean, signal: AbortSignal }} need
 * @returns {Promise<{ java: string, maven: string }>} their paths (empty for a Maven that was not requested)
 */
export async function ensureJava({ maven, signal }) {
  const found = find(maven);
  if (found.missing.length === 0) return found;
  if (mayInstall()) {
    await aptInstall(found.missing, signal);
    const again = find(maven);
    if (again.missing.length === 0) return again;
  }
  const what = found.missing.map((name) => (name === "maven" ? "Maven" : `Java ${oldest} or newer`)).join(" and ");
  throw new UserError(
    `Neo4j needs ${what}: install it (https://adoptium.net, https://maven.apache.org), name a running Neo4j with NEO4J_URI, or run \`docker compose up\` instead.`,
  );
}

/** @param {boolean} withMaven */
function find(withMaven) {
  const java = javaCandidates().find((file) => majorVersion(file) >= oldest) ?? "";
  const maven = withMaven ? (mavenCandidates().find((file) => existsSync(file)) ?? "") : "";
  const missing = [];
  if (!java) missing.push("default-jre-headless");
  if (withMaven && !maven) missing.push("maven");
  return { java, maven, missing };
}

/** The paths at which PATH may have a program. @param {string} name */
export function onPath(name) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name));
}

function javaCandidates() {
  const homes = [process.env.JAVA_HOME, ...installedHomes()].filter((home) => home !== undefined);
  const [given, ...others] = homes.map((home) => join(home, "bin", "java"));
  return [
    ...(process.env.JAVA_HOME && given ? [given] : []),
    ...onPath("java"),
    ...(process.env.JAVA_HOME || !given ? others : [given, ...others]),
  ];
}

function mavenCandidates() {
  const home = process.env.MAVEN_HOME;
  return [...(home ? [join(home, "bin", "mvn")] : []), ...onPath("mvn")];
}

/** The homes of installed Javas on Debian, Fedora and macOS, on PATH or not. */
function installedHomes() {
  const linux = folders("/usr/lib/jvm");
  const mac = folders("/Library/Java/JavaVirtualMachines").map((folder) => join(folder, "Contents", "Home"));
  return [...linux, ...mac];
}

/** @param {string} folder */
function folders(folder) {
  return existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .map((name) => join(folder, name))
    : [];
}

/** @param {string} java */
function majorVersion(java) {
  if (!existsSync(java)) return 0;
  const { stderr } = spawnSync(java, ["-version"], { encoding: "utf8", timeout: 20_000 });
  // Java 8 and older report 1.8, newer ones 11, 17, 21: the first number is too low for the former, as it should be.
  return Number(/version "(\d+)/.exec(stderr ?? "")?.[1] ?? 0);
}

/**
 * The JAVA_HOME of a Java executable, so that Maven uses the same one.
 *
 * @param {string} java
 */
export function homeOf(java) {
  return dirname(dirname(java));
}
