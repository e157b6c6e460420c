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
import { platformFolder } from "./places.mjs";
import { UserError } from "./user-error.mjs";
import { readZip } from "./zip.mjs";

/** Older versions lack fixes. The jar's version is older and used only if there is no other. */
const oldest = 7;
/** The server in Debian's redis-tools: it is the same program as this check, and its name decides which one runs. */
const debianProgram = "/usr/bin/redis-check-rdb";
/** Marks when installing Debian's package failed, so that not every start tries again. */
const failure = join(platformFolder, "redis-debian", "failed");
const restMs = 24 * 60 * 60 * 1000;
const architectures = { x64: "amd64", arm64: "arm64", ia32: "386" };

/** An installed redis-server that is new enough, or null. */
export function installedRedis() {
  return onPath("redis-server").find((file) => existsSync(file) && majorVersion(file) >= oldest) ?? debianRedis();
}

/**
 * A link named redis-server to the program in Debian's redis-tools, or null. The package redis-server would add only
 * this name and a service that starts by itself.
 */
function debianRedis() {
  if (!existsSync(debianProgram)) return null;
  const binary = join(platformFolder, "redis-debian", "redis-server");
  if (!existsSync(binary)) {
    mkdirSync(dirname(binary), { recursive: true });
    const draft = `${binary}.${process.pid}`;
    symlinkSync(debianProgram, draft);
    renameSync(draft, binary);
  }
  return majorVersion(binary) >= oldest ? binary : null;
}

/** Should Debian's redis-tools be installed? Not if they are, nor within a day after a failure. */
export function maySeekDebianRedis() {
  const failedAt = statSync(failure, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return mayInstall() && !existsSync(debianProgram) && Date.now() - failedAt > restMs;
}

/** Records that installing Debian's redis-tools failed. */
export function noteDebianFailure() {
  mkdirSync(dirname(failure), { recursive: true });
  writeFileSync(failure, "");
}

/** Must the jar with the Redis binaries be downloaded? */
export function needsRedisJar() {
  return !hasJars("redis");
}

/**
 * The redis-server from the embedded-redis jar, unpacked once.
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
    throw new UserError(
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
