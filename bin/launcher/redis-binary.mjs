import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { mayInstall } from "./debian.mjs";
import { hasJars, jarFolder } from "./jars.mjs";
import { onPath } from "./java.mjs";
import { engines } from "./places.mjs";
import { Trouble } from "./trouble.mjs";
import { readZip } from "./zip.mjs";

/** Older ones lack fixes; the jar's is older too, and taken where there is no other. */
const oldest = 7;
/** Redis as Debian's redis-tools bring it: the server and this check are one program, told apart by its name. */
const debianProgram = "/usr/bin/redis-check-rdb";
/** Says when Debian's could not be had, so that not every start waits for it. */
const failure = join(engines, "redis-debian", "failed");
const restMs = 24 * 60 * 60 * 1000;
const architectures = { x64: "amd64", arm64: "arm64", ia32: "386" };

/** A redis-server of this machine that is new enough, or null. */
export function installedRedis() {
  return onPath("redis-server").find((file) => existsSync(file) && majorVersion(file) >= oldest) ?? debianRedis();
}

/**
 * The redis-server of Debian's redis-tools, under its name, or null. The package redis-server would add nothing but
 * this name, and a service that starts by itself.
 */
function debianRedis() {
  if (!existsSync(debianProgram)) return null;
  const binary = join(engines, "redis-debian", "redis-server");
  if (!existsSync(binary)) {
    mkdirSync(dirname(binary), { recursive: true });
    const draft = `${binary}.${process.pid}`;
    symlinkSync(debianProgram, draft);
    renameSync(draft, binary);
  }
  return majorVersion(binary) >= oldest ? binary : null;
}

/** Is it worth asking for Debian's redis-tools? Not when they are there, nor within a day after that failed. */
export function maySeekDebianRedis() {
  const failedAt = statSync(failure, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return mayInstall() && !existsSync(debianProgram) && Date.now() - failedAt > restMs;
}

/** Notes that Debian's redis-tools could not be had. */
export function noteDebianFailure() {
  mkdirSync(dirname(failure), { recursive: true });
  writeFileSync(failure, "");
}

/** Must the jar with the Redis binaries be fetched? */
export function needsRedisJar() {
  return !hasJars("redis");
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
      `There is no ready-made Redis for ${process.platform} on ${process.arch}: install redis-server (7.0 or newer) or set REDIS_URL.`,
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

/** @param {string} file a redis-server @returns {number} 0 when it does not run */
export function majorVersion(file) {
  const { stdout } = spawnSync(file, ["--version"], { encoding: "utf8", timeout: 5000 });
  return Number(/v=(\d+)\./.exec(stdout ?? "")?.[1] ?? 0);
}
