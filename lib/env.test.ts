import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Set by the launcher only, never by users. */
const INTERNAL = new Set<string | undefined>(["NODE_ENV", "BARKER_LAUNCH"]);

it("has no variable that is missing in the README's configuration table", () => {
  const names = [...readFileSync("lib/env.ts", "utf8").matchAll(/^ {4}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name);
  const table =
    readFileSync("README.md", "utf8")
      .match(/^\| `[A-Z].*\|$/gm)
      ?.join("\n") ?? "";
  expect(names).toContain("BARKER_ORIGIN");
  expect(names.filter((name) => !INTERNAL.has(name) && !table.includes(`\`${name}\``))).toEqual([]);
});
