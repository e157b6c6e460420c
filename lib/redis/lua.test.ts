import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { channels, keys, SCRIPT_CONSTANTS } from "@/lib/redis/keys";
import { assemble } from "@/lib/redis/lua";

const FOLDER = "lib/redis/lua";
const scripts = readdirSync(FOLDER).map((file) => {
  const source = readFileSync(`${FOLDER}/${file}`, "utf8");
  const code = source.replace(/--.*$/gm, "");
  return { file, source, code, strings: [...code.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, a, b]) => a ?? b ?? "") };
});

/** The fixed prefixes of keys and channels, and whole ones. */
const names = [...Object.values(keys), ...Object.values(channels)].map((name) =>
  typeof name === "string" ? name : (name as (...parts: unknown[]) => string)("\0", "\0", "\0").split("\0")[0],
);

it("finds the scripts and the names of keys", () => {
  expect(scripts.length).toBeGreaterThan(25);
  expect(names).toContain("timeline:{");
  expect(names).toContain("active");
});

it.each(scripts)("$file contains no literal key or channel", ({ strings }) => {
  const spelled = strings.filter((text) =>
    names.some((name) => name && (text === name || text.startsWith(`${name}:`))),
  );
  const prefixed = strings.filter((text) => names.some((name) => name && /[:{]$/.test(name) && text.startsWith(name)));
  expect([...spelled, ...prefixed]).toEqual([]);
});

it.each(scripts)("$file contains no literal window, length or lifetime", ({ code, strings }) => {
  const bare = strings.reduce((text, string) => text.replace(string, ""), code);
  // Positions in a member: an id has 19 digits, followed by a rebark's original. Minutes per hour. A person's weight.
  const known = new Set(["19", "20", "21", "24", "60"]);
  expect((bare.match(/(?<![\w.])\d{2,}(?![\w.])/g) ?? []).filter((number) => !known.has(number))).toEqual([]);
});

it.each(scripts)("$file names only constants that exist", ({ code, strings }) => {
  const bare = strings.reduce((text, string) => text.replace(string, ""), code);
  const own = [...bare.matchAll(/\blocal ([A-Z_]+)/g)].map(([, name = ""]) => name);
  const named = bare.match(/\b[A-Z][A-Z_]+\b/g) ?? [];
  const known = new Set(["KEYS", "ARGV", "WEIGHT", "PERSON", ...own, ...Object.keys(SCRIPT_CONSTANTS)]);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

it("a script gets exactly the constants that it or its includes name", () => {
  const text = assemble("-- include _order\nnote_order(KEYS[1], 'all', ARGV[1])\n");
  expect(text).toMatch(/^local ORDER_SECONDS = 86400\n-- Whether/);
  expect(text.match(/^local [A-Z]/gm)).toHaveLength(1);
  expect(assemble("return string.format(NEWEST_KEY, ARGV[1])")).toBe(
    'local NEWEST_KEY = "newest:{%s}"\nreturn string.format(NEWEST_KEY, ARGV[1])',
  );
});

it("every constant for scripts is used by one", () => {
  const all = scripts.map(({ code }) => code).join("\n");
  expect(Object.keys(SCRIPT_CONSTANTS).filter((name) => !new RegExp(`\\b${name}\\b`).test(all))).toEqual([]);
});
