import { readFileSync } from "node:fs";
import { join } from "node:path";
import { singleton } from "@/lib/singleton";

const texts = singleton("cypher", () => new Map<string, string>());

/**
 * The text of `cypher/<name>.cypher` without its comments, read once.
 * @throws when there is no such file: a misspelt name fails at the first use, in every test.
 */
export function cypher(name: string): string {
  const known = texts().get(name);
  if (known !== undefined) return known;
  const file = join(/* turbopackIgnore: true */ process.cwd(), "cypher", `${name}.cypher`);
  // Every request sends the text again, so what only people read stays here.
  const text = readFileSync(file, "utf8").replace(/^\s*\/\/.*\n/gm, "");
  texts().set(name, text);
  return text;
}
