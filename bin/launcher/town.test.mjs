import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { placesIn } from "./places.mjs";
import { knownTown, townOf } from "./town.mjs";

/** @type {import("./external-stores.mjs").ExternalStores} */
const own = { neo4j: null, redisUrl: null };
const elsewhere = { neo4j: { uri: "bolt://graph", user: "neo4j", password: "x" }, redisUrl: null };

test.each([
  ["a new database", { kept: undefined, isNew: true, empty: false }, "demo"],
  ["a new database with --empty", { kept: undefined, isNew: true, empty: true }, "own"],
  ["a database that was begun with --empty, started without it", { kept: "own", isNew: false, empty: false }, "own"],
  ["the demo town", { kept: "demo", isNew: false, empty: false }, "demo"],
  ["the demo town with --empty, which only keeps it still", { kept: "demo", isNew: false, empty: true }, "demo"],
  ["an older database that only --empty has started", { kept: undefined, isNew: false, empty: true }, "own"],
  ["an older or restored database without --empty", { kept: undefined, isNew: false, empty: false }, null],
  ["any town that an older version found", { kept: "filled", isNew: false, empty: false }, null],
  ["any town that an older version found, with --empty", { kept: "filled", isNew: false, empty: true }, null],
])("%s", (_, from, town) => {
  expect(townOf(from)).toBe(town);
});

test("the record beside the database decides, and one elsewhere has to be asked", () => {
  const places = placesIn(mkdtempSync(join(tmpdir(), "barker-town-")));
  const start = (empty = false, external = own) => knownTown(places, { empty }, external);
  expect([start(), start(true)]).toEqual(["demo", "own"]);
  mkdirSync(join(places.neo4j, "data"), { recursive: true });
  expect(start()).toBeNull();
  writeFileSync(join(places.neo4j, "done.json"), JSON.stringify({ town: "own" }));
  expect([start(), start(false, elsewhere), start(true, elsewhere)]).toEqual(["own", null, "own"]);
});
