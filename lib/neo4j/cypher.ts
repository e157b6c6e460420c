import { readFileSync } from "node:fs";
import { join } from "node:path";
import { singleton } from "@/lib/singleton";

const texts = singleton("cypher", () => new Map<string, string>());

/** In the header of a query that is also asked from the lower end of its list. */
const BOTH_ENDS = /^\/\/ With _oldest,/m;

/**
 * The text of `cypher/<name>.cypher` without its comments, read once. A line `// include <folder>/_<name>` stands for
 * what queries share: how a person, a bark or a picture is returned. A word after it stands for `it` in the fragment. `<name>_oldest` is a query that says so in its
 * header, without its `DESC`: the direction of an order cannot be a parameter if an index is to have it. `<name>_plain` is
 * a query without its optional parts.
 *
 * Its parameters are those of one map, `$given`, which `parameters` makes: Neo4j plans a query again for each combination
 * of types and rough lengths of its parameters, and the first plan takes longer than a hundred runs. A map has one type,
 * whatever is in it.
 * @throws when there is no such file: a misspelt name fails at the first use, in every test.
 */
export function cypher(name: string): string {
  const known = texts().get(name);
  if (known !== undefined) return known;
  const whole = name.endsWith(OLDEST)
    ? fromLowerEnd(name.slice(0, -OLDEST.length))
    : name.endsWith(PLAIN)
      ? withoutOptional(name.slice(0, -PLAIN.length))
      : expanded(name);
  // Every request sends the text again, so what only people read stays here.
  const text = whole.replace(/^\s*\/\/.*\n/gm, "").replace(/\$(?=\w)/g, "$given.");
  texts().set(name, text);
  return text;
}

/**
 * The query that does what `cypher/<name>.cypher` does for each of `calls` in turn: one list of parameters each. Its rows
 * have the number of their call as `call`.
 */
export function grouped(name: string): string {
  const key = `${name} grouped`;
  const known = texts().get(key);
  if (known !== undefined) return known;
  // A subquery sees only what it imports, so that each passes on the number of the call.
  const body = cypher(name)
    .replace(/\bCALL (?=\{)/g, "CALL (call) ")
    .replace(/\bCALL \(\)/g, "CALL (call)")
    .replace(/\bCALL \((?!call\))/g, "CALL (call, ")
    .replace(/\$given\b/g, "$given.calls[call]");
  const text = cypher("calls/in_turn").replace(/^ *RETURN \$given.*$/m, () => body);
  texts().set(key, text);
  return text;
}

const OLDEST = "_oldest";
const PLAIN = "_plain";
/** What a query does only for some. */
const OPTIONAL = /^\/\/ optional\n[^]*?^\/\/ end\n/gm;

/** A query without its parts between `// optional` and `// end`, which cost time even when they have nothing to do. */
function withoutOptional(name: string): string {
  if (!hasPlain(name)) throw new Error(`cypher/${name} has no optional parts`);
  return expanded(name).replace(OPTIONAL, "");
}

/** Whether there is `<name>_plain` too. */
export function hasPlain(name: string): boolean {
  return file(name).search(OPTIONAL) >= 0;
}

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
