import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { files } from "@/testing/sources";

const TOKENS = "app/_ui/tokens.css";
/** These are read without any style sheet of ours, so they repeat the values of tokens. */
const WITHOUT_STYLES = new Set(["app/manifest.ts", "app/layout.tsx", "app/embed/document.ts"]);

const COLOUR = /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b|\b(?:rgba?|hsla?|oklch)\([^)]*\)/gi;
/** An arbitrary utility without its variants: "desk:text-[.8rem]" → "text-[.8rem]". */
const ARBITRARY = /(?<![\w[-])(?:[\w-]+-)\[[^\]\s"'`]+\](?=["'`\s:])/g;
const TEXT_SIZE = /^text-\[[\d.]+(?:rem|px|em)\]$/;

const sources = [".ts", ".tsx", ".css"]
  .flatMap((ending) => files(["app"], ending))
  .filter((file) => file !== TOKENS && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(process.cwd(), file), "utf8") }));
const tokens = readFileSync(join(process.cwd(), TOKENS), "utf8");
const components = sources.filter(({ file }) => file.endsWith(".tsx"));

/** How often components use each arbitrary value. */
const uses = new Map<string, number>();
for (const { text } of components) {
  for (const [utility] of text.matchAll(ARBITRARY)) uses.set(utility, (uses.get(utility) ?? 0) + 1);
}
const repeated = (least: number, kind = /./) =>
  [...uses].filter(([utility, count]) => count >= least && kind.test(utility)).map(([utility]) => utility);

it("finds colours and arbitrary values", () => {
  expect(["#fff", "#0d0b0e", "rgb(20_17_22/.78)"].every((colour) => colour.match(COLOUR)?.[0] === colour)).toBe(true);
  expect('href="#main" "#about-me"'.match(COLOUR)).toBeNull();
  expect('className="desk:text-[.8rem] flex p-[1px]"'.match(ARBITRARY)).toEqual(["text-[.8rem]", "p-[1px]"]);
  expect(components.length).toBeGreaterThan(150);
  expect(uses.size).toBeGreaterThan(20);
});

it("defines colours in tokens.css only", () => {
  const found = sources.flatMap(({ file, text }) =>
    [...text.matchAll(COLOUR)].map(([colour]) => ({ file, colour: colour.toLowerCase() })),
  );
  const isToken = ({ file, colour }: (typeof found)[number]) => WITHOUT_STYLES.has(file) && tokens.includes(colour);
  expect(found.filter((one) => !isToken(one))).toEqual([]);
});

it("uses no arbitrary text size twice: that would be a token", () => {
  expect(repeated(2, TEXT_SIZE)).toEqual([]);
});

it("uses no other arbitrary value three times: that would be a token, or a step of the scale", () => {
  expect(repeated(3)).toEqual([]);
});

it("defines the dark theme once", () => {
  expect(tokens.match(/color-scheme: dark;/g)).toHaveLength(1);
  for (const { file, text } of sources.filter((source) => source.file.endsWith(".css"))) {
    expect(text, file).not.toContain("prefers-color-scheme");
  }
});

// Browsers would compute the style of everything inside of it anew whenever anything there comes or goes.
// The example is in two parts, since Tailwind reads this file too.
it("chooses nothing by a universal selector below :has()", () => {
  const wide = /:has\([^{]*\)\s+\*|\bgroup-has-/;
  expect(wide.test("body:has(.panes) * {") && wide.test(["group", "has", "[input]"].join("-"))).toBe(true);
  expect(sources.filter(({ text }) => wide.test(text)).map(({ file }) => file)).toEqual([]);
});
