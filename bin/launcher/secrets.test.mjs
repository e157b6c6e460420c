import { createECDH } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

import { loadSecrets } from "./secrets.mjs";

const folder = mkdtempSync(join(tmpdir(), "secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("loadSecrets creates secrets once, in a file that only its owner can read", () => {
  const file = join(folder, "new.json");
  const made = loadSecrets(file);
  expect(loadSecrets(file)).toEqual(made);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(new Set(Object.values(made)).size).toBe(Object.keys(made).length);
});

test("loadSecrets adds VAPID keys to an older secrets file and keeps its other secrets", () => {
  const file = join(folder, "old.json");
  const old = { neo4jPassword: "a", redisPassword: "b", nextAuthSecret: "d", barkerSecret: "e" };
  writeFileSync(file, JSON.stringify(old));
  const secrets = loadSecrets(file);
  expect(secrets).toMatchObject(old);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(secrets);
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(Buffer.from(secrets.vapidPrivateKey, "base64url"));
  expect(pair.getPublicKey().toString("base64url")).toBe(secrets.vapidPublicKey);
});

test("loadSecrets makes keys for the key log of an instance that has none, and never replaces them", () => {
  const file = join(folder, "keyless.json");
  writeFileSync(file, JSON.stringify({ ...loadSecrets(join(folder, "first.json")), logKey: undefined }));
  const { logKey, vrfKey, witnessKey } = loadSecrets(file);
  for (const seed of [logKey, vrfKey, witnessKey]) expect(seed).toMatch(/^[0-9a-f]{64}$/);
  expect(loadSecrets(file, "elsewhere.example/kt")).toMatchObject({ logKey, logOrigin: "localhost/kt" });
});
