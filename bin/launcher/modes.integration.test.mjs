import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { placesIn } from "./places.mjs";

/** @param {string} entry @returns {string[]} */
function openToOthers(entry) {
  const found = lstatSync(entry, { throwIfNoEntry: false });
  if (!found) return [];
  const own = (found.mode & 0o077) === 0 ? [] : [`${entry} ${(found.mode & 0o777).toString(8)}`];
  return found.isDirectory() ? [...own, ...readdirSync(entry).flatMap((name) => openToOthers(join(entry, name)))] : own;
}

// The media folder is left out, because the tests themselves write to it.
test("other users cannot read the files that the launcher, Neo4j and Redis write", () => {
  const { data, media: _, ...inside } = placesIn(process.env["BARKER_DATA"] ?? "");
  expect(existsSync(join(inside.neo4j, "data", "transactions"))).toBe(true);
  expect((lstatSync(data).mode & 0o777).toString(8)).toBe("700");
  expect(Object.values(inside).flatMap(openToOthers)).toEqual([]);
});
