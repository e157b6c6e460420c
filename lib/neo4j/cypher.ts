import { readFileSync } from "node:fs";
import { join } from "node:path";
import { singleton } from "@/lib/singleton";

const texts = singleton("cypher", () => new Map<string, string>());

/**
 * The text of `cypher/<name>.cypher` without its comments, cached. A line `// include <folder>/_<name>` is replaced by a
 * shared fragment: how a person, a bark or a picture is returned.
 * @throws when there is no such file: a misspelt name fails at its first use, in every test.
 */
export function cypher(name: string): string {
  const known = texts().get(name);
  if (known !== undefined) return known;
  const whole = expanded(name);
  // Comments are removed, because every request sends the text again.
  const text = whole.replace(/^\s*\/\/.*\n/gm, "");
  texts().set(name, text);
  return text;
}

/** A query with its fragments, which may include further ones. */
function expanded(name: string): string {
  return file(name).replace(/^\s*\/\/ include (\S+)\n/gm, (_, shared: string) => expanded(shared));
}

function file(name: string): string {
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), "cypher", `${name}.cypher`), "utf8");
}
