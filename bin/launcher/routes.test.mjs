import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { root, routesTable } from "./places.mjs";
import { routesSource } from "./routes.mjs";

const table = readFileSync(routesTable, "utf8");

test("the table of endpoints is what bundling generates from the route files", () => {
  expect(table).toBe(routesSource());
});

test("every route file is in the table, but those that Next serves", () => {
  const files = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" });
  const missing = files.filter(
    (file) => /(^|\/)route\.ts$/.test(file) && !table.includes(`"@/app/${file.slice(0, -3)}"`),
  );
  expect(missing.toSorted()).toEqual([
    "api/auth/[...nextauth]/route.ts",
    "api/openapi.json/route.ts",
    "emoji/17/en/[file]/route.ts",
    "portraits/[key]/route.ts",
    "scenery/[key]/route.ts",
  ]);
});
