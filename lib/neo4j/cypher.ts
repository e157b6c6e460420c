import { readFileSync } from "node:fs";
import { join } from "node:path";
import { singleton } from "@/lib/singleton";

const texts = singleton("cypher", () => new Map<string, string>());

/**
 * The text of `cypher/<name>.cypher`, read once.
 * @throws when there is no such file: a misspelt name fails at the first use, in every test.
 */
export function cypher(name: string): string {
  const known = texts().get(name);
  if (known !== undefined) return known;
  const text = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), "cypher", `${name}.cypher`), "utf8");
  texts().set(name, text);
  return text;
}
