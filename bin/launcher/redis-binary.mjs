import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { hasJars, jarFolder } from "./jars.mjs";
import { onPath } from "./java.mjs";
import { Trouble } from "./trouble.mjs";
import { readZip } from "./zip.mjs";

const oldest = [6, 2];
const architectures = { x64: "amd64", arm64: "arm64", ia32: "386" };

/** A redis-server of this machine that is new enough, or null. */
export function installedRedis() {
  return onPath("redis-server").find((file) => existsSync(file) && isNewEnough(file)) ?? null;
}

/** Must the jar with the Redis binaries be fetched? */
export function needsRedisJar() {
  return installedRedis() === null && !hasJars("redis");
}

/**
 * The binary out of the embedded-redis jar, unpacked beside it once.
 *
 * @returns {string} its path
 */
export function unpackedRedis() {
  const folder = jarFolder("redis");
  const binary = join(folder, "bin", "redis-server");
  if (existsSync(binary)) return binary;
  const jar = readdirSync(folder).find((name) => name.startsWith("embedded-redis"));
  const entries = readZip(readFileSync(join(folder, jar ?? "")));
  const unpack = entries.get(wantedEntry([...entries.keys()]));
  if (!unpack) {
    throw new Trouble(
      `There is no ready-made Redis for ${process.platform} on ${process.arch}: install redis-server (6.2 or newer) or set REDIS_URL.`,
    );
  }
  mkdirSync(join(folder, "bin"), { recursive: true });
  const draft = `${binary}.${process.pid}`;
  writeFileSync(draft, unpack());
  chmodSync(draft, 0o755);
  renameSync(draft, binary);
  return binary;
}

/** @param {string[]} names as redis-server-6.2.6-v5-linux-amd64 */
function wantedEntry(names) {
  const architecture = architectures[/** @type {keyof typeof architectures} */ (process.arch)];
  return (
    names.find((name) => name.startsWith("redis-server") && name.endsWith(`${process.platform}-${architecture}`)) ?? ""
  );
}

/** @param {string} file */
function isNewEnough(file) {
  const { stdout } = spawnSync(file, ["--version"], { encoding: "utf8", timeout: 5000 });
  const [, major, minor] = /v=(\d+)\.(\d+)/.exec(stdout ?? "") ?? [];
  const [needMajor = 0, needMinor = 0] = oldest;
  return Number(major) > needMajor || (Number(major) === needMajor && Number(minor) >= needMinor);
}
