import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { writeAtomically } from "./files.mjs";
import { answersRedis } from "./health.mjs";
import { logFile } from "./logs.mjs";
import { root } from "./places.mjs";
import { majorVersion } from "./redis-binary.mjs";
import { fillTemplate } from "./template.mjs";

/**
 * Writes Redis' configuration; only its owner may read it, because it contains the password.
 *
 * @param {{ places: import("./places.mjs").Places, binary: string, port: number, password: string }} plan
 */
export function prepareRedis({ places, binary, port, password }) {
  mkdirSync(places.redis, { recursive: true, mode: 0o700 });
  const compactSets = majorVersion(binary) >= 7 ? "zset-max-listpack-entries" : "zset-max-ziplist-entries";
  const values = { port, password, folder: places.redis, compactSets };
  const text = fillTemplate(join(root, "local", "redis", "redis.conf"), values);
  writeAtomically(join(places.redis, "redis.conf"), text, 0o600);
}

/**
 * How to start Redis.
 *
 * @param {{ places: import("./places.mjs").Places, binary: string, port: number, password: string }} plan
 * @returns {import("./supervise.mjs").ProcessSpec}
 */
export function redisSpec({ places, binary, port, password }) {
  const { PATH, HOME, LANG, TZ } = process.env;
  return {
    name: "redis",
    title: "Redis",
    port,
    command: binary,
    args: [join(places.redis, "redis.conf")],
    env: { PATH, HOME, LANG, TZ, BARKER_DATA: places.data },
    log: logFile(places.logs, "redis"),
    isReady: () => answersRedis(port, password),
    readyTimeoutMs: 60_000,
  };
}
