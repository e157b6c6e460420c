import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

import { appEnv, envFileText, proxyAdvice, readEnvFile, storesEnv } from "./child-env.mjs";
import { externalStores } from "./external-stores.mjs";
import { completeOptions } from "./options.mjs";

const ports = { neo4j: 1, redis: 2, witness: 4, sidecars: [3] };
const secrets = {
  neo4jPassword: "graph",
  redisPassword: "cache",
  nextAuthSecret: "session",
  barkerSecret: "hmac",
  vapidPublicKey: "known",
  vapidPrivateKey: "kept",
  logKey: "1".repeat(64),
  vrfKey: "2".repeat(64),
  witnessKey: "3".repeat(64),
  logOrigin: "localhost:3000/kt",
};

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {Partial<import("./options.mjs").Options>} [overrides]
 * @param {import("./town.mjs").Town | null} [town]
 */
function environment(env, overrides = {}, town = "demo") {
  const options = { ...completeOptions({ host: "127.0.0.1", port: 3000, ...overrides, data: "/data" }), env };
  const external = externalStores(env);
  return appEnv({ options, external, ports, secrets, town, stores: storesEnv({ external, ports, secrets, env }) });
}

test("appEnv uses addresses of this machine when no external stores are given", () => {
  expect(environment({})).toMatchObject({
    NEO4J_URI: "bolt://127.0.0.1:1",
    NEO4J_PASSWORD: "graph",
    REDIS_URL: "redis://:cache@127.0.0.1:2",
    BARKER_SIDECARS: "127.0.0.1:3",
    NEXTAUTH_SECRET: "session",
    BARKER_SECRET: "hmac",
    NODE_ENV: "production",
  });
});

test("appEnv passes on the address of an external Redis", () => {
  expect(environment({ REDIS_URL: "redis://cache:6379" })).toMatchObject({ REDIS_URL: "redis://cache:6379" });
});

test("NEXTAUTH_URL follows BARKER_ORIGIN unless it is set itself", () => {
  expect(environment({}, { port: 4000 })).toMatchObject({
    BARKER_ORIGIN: "http://localhost:4000",
    NEXTAUTH_URL: "http://localhost:4000",
  });
  const env = environment({ BARKER_ORIGIN: "https://barker.example" });
  expect(env.NEXTAUTH_URL).toBe("https://barker.example");
});

test("BARKER_DEMO is on only for a local instance with a demo town and an embedded database", () => {
  const neo4j = { NEO4J_URI: "bolt://graph", NEO4J_PASSWORD: "x" };
  expect(environment({}).BARKER_DEMO).toBe("on");
  expect(environment({}, { empty: true }).BARKER_DEMO).toBe("off");
  expect(environment({}, {}, "own").BARKER_DEMO).toBe("off");
  expect(environment({ BARKER_DEMO: "on" }, {}, "own").BARKER_DEMO).toBe("off");
  expect(environment({}, {}, null).BARKER_DEMO).toBe("off");
  expect(environment({}, { host: "0.0.0.0" }).BARKER_DEMO).toBe("off");
  expect(environment(neo4j).BARKER_DEMO).toBe("off");
  expect(environment({ BARKER_DEMO: "off" }).BARKER_DEMO).toBe("off");
  expect(environment({ BARKER_DEMO: "on" }, { host: "0.0.0.0" }).BARKER_DEMO).toBe("off");
});

test.each([
  { BARKER_ORIGIN: "https://barker.example" },
  { BARKER_ORIGIN: "http://127.0.0.1.barker.example" },
  { BARKER_ORIGIN: "http://127.barker.example" },
  { NEXTAUTH_URL: "https://barker.example" },
])("with %j, nobody can use the demo without a password, although it listens on this machine only", (env) => {
  expect(environment({ BARKER_DEMO: "on", ...env }).BARKER_DEMO).toBe("off");
});

test.each(["http://localhost:4000", "http://127.0.0.1:4000", "http://[::1]:4000"])("%s is this machine", (origin) => {
  expect(environment({ BARKER_ORIGIN: origin }).BARKER_DEMO).toBe("on");
});

test("proxyAdvice warns about a proxy that is not trusted", () => {
  const advice = (/** @type {string} */ origin, /** @type {string} */ host, env = {}) =>
    proxyAdvice({ BARKER_ORIGIN: origin }, { host, env });
  expect(advice("https://barker.example", "127.0.0.1")).toContain("BARKER_TRUST_PROXY=on");
  expect(advice("https://barker.example", "0.0.0.0")).toContain("BARKER_TRUST_PROXY=on");
  expect(advice("http://barker.example", "127.0.0.1")).toContain("BARKER_TRUST_PROXY=on");
  expect(advice("https://barker.example", "127.0.0.1", { BARKER_TRUST_PROXY: "on" })).toBeNull();
  expect(advice("http://localhost:3000", "127.0.0.1")).toBeNull();
  expect(advice("http://barker.example:3000", "0.0.0.0")).toBeNull();
});

test("VAPID keys come as a pair, either from the environment or from the secrets", () => {
  expect(environment({})).toMatchObject({ BARKER_VAPID_PUBLIC_KEY: "known", BARKER_VAPID_PRIVATE_KEY: "kept" });
  const given = { BARKER_VAPID_PUBLIC_KEY: "p", BARKER_VAPID_PRIVATE_KEY: "s", BARKER_VAPID_SUBJECT: "mailto:a@b.c" };
  expect(environment(given)).toMatchObject(given);
  expect(environment({ BARKER_VAPID_PUBLIC_KEY: "p" })).toMatchObject({ BARKER_VAPID_PUBLIC_KEY: "known" });
});

test("the key log has the instance's keys and its own witness, unless others are given", () => {
  expect(environment({}, { port: 4000 })).toMatchObject({
    BARKER_LOG_KEY: secrets.logKey,
    BARKER_VRF_KEY: secrets.vrfKey,
    BARKER_LOG_ORIGIN: "localhost:3000/kt",
    BARKER_WITNESSES: expect.stringMatching(
      /^http:\/\/127\.0\.0\.1:4 localhost:3000\/kt\/witness\+[0-9a-f]{8}\+[\w+/=]{44}$/,
    ),
  });
  const given = { BARKER_LOG_KEY: "a", BARKER_VRF_KEY: "b", BARKER_WITNESSES: "https://w.example w.example+0+0" };
  expect(environment(given)).toMatchObject(given);
});

test("the env file has one line per variable", () => {
  expect(envFileText({ A: "1", B: "x=y" })).toBe("A=1\nB=x=y\n");
});

test("what is written to the env file is read again by Node and by bin/barker doctor", () => {
  const env = { A: "The Mill #1 <mill@example.org>", B: "it's", C: `"both" it's`, D: "x=y#z", E: "", F: " a " };
  const file = join(mkdtempSync(join(tmpdir(), "barker-env-")), "env");
  writeFileSync(file, envFileText(env));
  expect(readEnvFile(file)).toEqual(env);
  const program = `process.stdout.write(JSON.stringify("ABCDEF".split("").map((name) => process.env[name])))`;
  const { stdout } = spawnSync(process.execPath, [`--env-file=${file}`, "-e", program], { encoding: "utf8" });
  expect(JSON.parse(stdout)).toEqual(Object.values(env));
  expect(readEnvFile(`${file}.none`)).toEqual({});
});

test("given settings reach every process and bin/barker, but not the passphrase of backups", () => {
  const given = {
    BARKER_SMTP_URL: "smtp://a:b@c",
    BARKER_MEDIA_S3_BUCKET: "mill",
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://d",
    NODE_EXTRA_CA_CERTS: "/etc/barker/mail-ca.pem",
    BARKER_BACKUP_KEY_FILE: "/etc/barker/backup.key",
  };
  const env = environment({ ...given, BARKER_BACKUP_KEY: "secret", BARKER_LINK_CARDS: "", HOME: "/root" });
  expect(env).toMatchObject(given);
  for (const name of ["BARKER_BACKUP_KEY", "BARKER_LINK_CARDS", "HOME"]) expect(env).not.toHaveProperty(name);
});
