import { readFileSync } from "node:fs";
import { join } from "node:path";
import { singleton } from "@/lib/singleton";

const texts = singleton("cypher", () => new Map<string, string>());

/** In the header of a query that is also asked from the lower end of its list. */
const BOTH_ENDS = /^\/\/ With _oldest,/m;

/**
 * The text of `cypher/<name>.cypher` without its comments, read once. A line `// include <folder>/_<name>` stands for
 * what queries share: how a person, a bark or a picture is returned. A word after it stands for `it` in the fragment. `<name>_oldest` is a query that says so in its
 * header, without its `DESC`: the direction of an order cannot be a parameter if an index is to have it.
 * @throws when there is no such file: a misspelt name fails at the first use, in every test.
 */
export function cypher(name: string): string {
  const known = texts().get(name);
  if (known !== undefined) return known;
  const whole = name.endsWith(OLDEST) ? fromLowerEnd(name.slice(0, -OLDEST.length)) : expanded(name);
  // Every request sends the text again, so what only people read stays here.
  const text = whole.replace(/^\s*\/\/.*\n/gm, "");
  texts().set(name, text);
  return text;
}

const OLDEST = "_oldest";

/** Whether there is `<name>_oldest` too. */
export function isOfBothEnds(name: string): boolean {
  return BOTH_ENDS.test(file(name));
}

/** A query that reads its list from the lower end. */
function fromLowerEnd(name: string): string {
  if (!isOfBothEnds(name)) throw new Error(`cypher/${name} is not asked from its lower end`);
  return expanded(name).replace(/ DESC\b/g, "");
}

/** A query with what it includes, which may include more itself. */
function expanded(name: string): string {
  return file(name).replace(/^\s*\/\/ include (\S+)(?: (\w+))?\n/gm, (_, shared: string, it?: string) =>
    it === undefined ? expanded(shared) : expanded(shared).replace(/\bit\b/g, it),
  );
}

function file(name: string): string {
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), "cypher", `${name}.cypher`), "utf8");
}
