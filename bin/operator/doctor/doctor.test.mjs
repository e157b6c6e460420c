import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { placesIn } from "../../launcher/places.mjs";
import { checkOrigin, checkWeb } from "./address.mjs";
import { report, right, unsure, wrong } from "./findings.mjs";
import { checkBackup, checkFolder, checkLeftovers } from "./folder.mjs";
import { readable, settingsFrom } from "./index.mjs";
import { checkNode, checkRoom } from "./machine.mjs";

const gigabyte = 1024 ** 3;
const secrets = {
  barkerSecret: "a",
  nextAuthSecret: "b",
  logKey: "c",
  vrfKey: "d",
  vapidPublicKey: "e",
  vapidPrivateKey: "f",
};
/** @type {string} */
let data;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "doctor-"));
  chmodSync(data, 0o700);
  writeFileSync(join(data, "secrets.json"), JSON.stringify(secrets), { mode: 0o600 });
});
afterEach(() => rmSync(data, { recursive: true }));

const folder = (env = {}) => checkFolder(placesIn(data), env);
/** @param {import("./findings.mjs").Finding[]} findings */
const faults = (findings) => findings.filter(({ state }) => state !== "right").map(({ what }) => what);

it.each([
  ["18.20.0", "wrong"],
  ["20.8.1", "wrong"],
  ["20.9.0", "right"],
  ["24.1.0", "right"],
])("Node %s is %s", (version, state) => {
  expect(checkNode(version)).toMatchObject({ state });
});

it.each([
  [0.4, "wrong"],
  [1, "unsure"],
  [30, "right"],
])("%d GB of free disk are %s", (free, state) => {
  expect(checkRoom("/no/such/folder", () => free * gigabyte)).toMatchObject({ state });
});

describe("the data folder", () => {
  it("is right when it and the secrets are closed to others and complete", () => {
    expect(faults(folder())).toEqual([]);
  });

  it("is wrong when it is missing, or open to other users", () => {
    expect(faults(checkFolder(placesIn(join(data, "none")), {}))).toEqual([
      expect.stringContaining("There is no data folder"),
    ]);
    chmodSync(data, 0o755);
    chmodSync(join(data, "secrets.json"), 0o644);
    expect(faults(folder())).toEqual([
      "The data folder is open to other users (mode 755)",
      "The file of secrets is open to other users (mode 644)",
    ]);
  });

  it("is wrong without its secrets, unless they are in the environment", () => {
    rmSync(join(data, "secrets.json"));
    expect(faults(folder())).toEqual([expect.stringContaining("secrets.json is missing")]);
    expect(faults(folder({ BARKER_SECRET: "a", NEXTAUTH_SECRET: "b" }))).toEqual([]);
  });

  it("is wrong with a damaged file of secrets, and says what ends without some of them", () => {
    writeFileSync(join(data, "secrets.json"), "{");
    expect(faults(folder())).toEqual([expect.stringContaining("not readable or no JSON")]);
    const { logKey: _, vapidPrivateKey: __, ...others } = secrets;
    writeFileSync(join(data, "secrets.json"), JSON.stringify(others));
    expect(folder().find(({ state }) => state === "unsure")).toMatchObject({
      what: expect.stringContaining("lacks logKey, vapidPrivateKey"),
      advice: expect.stringContaining("ends the key log of encrypted messages, all push subscriptions"),
    });
  });

  it("should be looked at when no backup was made for days, or an interrupted one left a file", () => {
    expect(checkBackup(data)).toMatchObject({ state: "unsure", what: "There is no backup yet" });
    const now = Date.UTC(2026, 0, 10);
    writeFileSync(join(data, "last-backup.json"), JSON.stringify({ at: now - 26 * 3_600_000 }));
    expect(checkBackup(data, now)).toEqual(right("The last backup is a day old"));
    expect(checkBackup(data, now + 3 * 86_400_000)).toMatchObject({
      state: "unsure",
      what: "The last backup is 4 days old",
    });
    expect(checkLeftovers(data)).toEqual([]);
    mkdirSync(join(data, "backups"));
    writeFileSync(join(data, "backups", "a.backup.part"), "");
    expect(faults(checkLeftovers(data))).toEqual([expect.stringContaining("a.backup.part")]);
  });
});

describe("the settings", () => {
  const kept = { BARKER_SMTP_URL: "smtp://old", BARKER_ORIGIN: "https://mill.example" };

  it("are those that are given, so that a change can be tried while Barker runs with others", () => {
    expect(settingsFrom({ BARKER_SMTP_URL: "smtp://new" }, kept)).toEqual({ ...kept, BARKER_SMTP_URL: "smtp://new" });
  });

  it("are only those that are given where processes run one by one", () => {
    expect(settingsFrom({ NEO4J_PASSWORD: "x" }, kept)).toEqual({ NEO4J_PASSWORD: "x" });
  });
});

it("a file that this user may not read is named with what to do, and does not end the checks", () => {
  const denied = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES", path: join(data, "backups") });
  const fail = (/** @type {Error} */ error) => () => {
    throw error;
  };
  expect(readable(fail(denied))).toEqual([
    wrong(`${join(data, "backups")} cannot be read by this user`, expect.stringContaining("chown -R")),
  ]);
  expect(() => readable(fail(new TypeError("a defect")))).toThrow("a defect");
});

describe("the address", () => {
  const here = { host: "127.0.0.1", port: 3000 };
  const origin = (/** @type {Record<string, string>} */ env, listens = here) => faults(checkOrigin(env, listens));

  it("is right on this machine alone, and behind a proxy with TLS", () => {
    expect(origin({})).toEqual([]);
    expect(origin({ BARKER_ORIGIN: "https://town.example", BARKER_TRUST_PROXY: "on" })).toEqual([]);
  });

  it("is wrong without TLS, with a path, as no address, and when next-auth has another", () => {
    expect(origin({ BARKER_ORIGIN: "http://town.example" })).toEqual(["http://town.example is not encrypted"]);
    expect(origin({ BARKER_ORIGIN: "http://localhost:3000/" })).toEqual([
      expect.stringContaining("a slash at its end"),
    ]);
    expect(origin({ BARKER_ORIGIN: "town" })).toEqual(["BARKER_ORIGIN is no address: town"]);
    const env = {
      BARKER_ORIGIN: "https://town.example",
      BARKER_TRUST_PROXY: "on",
      NEXTAUTH_URL: "http://localhost:3000",
    };
    expect(origin(env)).toEqual([expect.stringContaining("is not BARKER_ORIGIN")]);
  });

  it("should be looked at when Barker is public under a local name, or a proxy is not trusted", () => {
    expect(origin({}, { host: "0.0.0.0", port: 3000 })).toEqual([expect.stringContaining("listens on 0.0.0.0")]);
    expect(origin({ BARKER_ORIGIN: "https://town.example" })).toEqual(["BARKER_TRUST_PROXY is not on"]);
  });

  it("tells a Barker that does not run, another program on its port, one that is not ready, and one that is", async () => {
    /** @type {Record<string, number>} */
    let answers = {};
    const server = createServer(({ url = "" }, outgoing) => outgoing.writeHead(answers[url] ?? 404).end());
    const port = await new Promise((resolve) => {
      server.listen(0, "127.0.0.1", () =>
        resolve(/** @type {import("node:net").AddressInfo} */ (server.address()).port),
      );
    });
    const check = () => checkWeb({ host: "127.0.0.1", port }, "systemctl start barker");
    expect(await check()).toMatchObject({ state: "wrong", what: `Port ${port} is taken by something else` });
    answers = { "/health": 200, "/ready": 503 };
    expect(await check()).toMatchObject({ state: "wrong", what: "Barker runs but is not ready" });
    answers = { "/health": 200, "/ready": 200 };
    expect(await check()).toMatchObject({ state: "right" });
    await new Promise((resolve) => server.close(resolve));
    expect(await check()).toEqual(unsure("Barker does not run", "Start it: systemctl start barker"));
  });
});

it("a report shows each finding with its advice, and ends with what they come to", () => {
  expect(report([right("Node"), unsure("Disk", "Make room."), wrong("Redis", "Start it.")])).toBe(
    "✓ Node\n! Disk\n    Make room.\n✗ Redis\n    Start it.\n\nOne thing is wrong.",
  );
  expect(report([right("Node"), unsure("A", "a"), unsure("B", "b")])).toContain(
    "Nothing is wrong. 2 things should be looked at.",
  );
  expect(report([right("Node")])).toContain("Everything is right.");
});
