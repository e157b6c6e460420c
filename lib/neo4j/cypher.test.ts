import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cypher, grouped, GROUPED, hasPlain, isOfBothEnds } from "@/lib/neo4j";
import { files, sources } from "@/testing/sources";

const names = files(["cypher"], ".cypher").map((file) => file.replace(/^cypher\/|\.cypher$/g, ""));
const isFragment = (name: string) => name.includes("/_");
const queries = names.filter((name) => !/^(schema|migrations)\//.test(name) && !isFragment(name));
/** Queries that are made of another one: the same list from its lower end. */
const derived = queries.filter((name) => isOfBothEnds(name)).map((name) => `${name}_oldest`);
/** Queries without their optional parts. */
const plain = queries.filter((name) => hasPlain(name)).map((name) => `${name}_plain`);
const folders = [...new Set(queries.map((name) => name.split("/")[0]))].join("|");

/** Names of queries in the code, as strings and as templates with placeholders. */
const named = sources(["lib", "local", "sidecar", "app", "web"]).flatMap(({ text }) => [
  ...text.matchAll(new RegExp(`["\`]((?:${folders})/[\\w\${}]+)["\`]`, "g")),
]);
const patterns = [...new Set(named.map(([, name = ""]) => name))].map(
  (name) => new RegExp(`^${name.replace(/\$\{\w+\}/g, "[a-z_]+")}$`),
);

/** A query's file, split after its header comment. */
function parts(name: string): { header: string; body: string } {
  const text = readFileSync(`cypher/${name}.cypher`, "utf8");
  const header = /^(?:\/\/.*\n)*/.exec(text)?.[0] ?? "";
  return { header, body: text.slice(header.length) };
}

const lines = (text: string) => text.trimEnd().split("\n").length;
const parameters = (text: string) => [...new Set(text.match(/\$[a-z]\w*/gi))].toSorted();

describe("cypher files", () => {
  it("include only existing fragments, and every fragment is included", () => {
    const included = queries.flatMap((name) => parts(name).body.match(/(?<=^\s*\/\/ include )\S+/gm) ?? []);
    expect([...new Set(included)].toSorted()).toEqual(names.filter(isFragment).toSorted());
  });

  it("are all used", () => {
    expect(
      [...queries, ...derived, ...plain].filter((name) => !patterns.some((pattern) => pattern.test(name))),
    ).toEqual([]);
  });

  it("exist for every name in the code", () => {
    expect(patterns.filter((pattern) => ![...names, ...derived, ...plain].some((name) => pattern.test(name)))).toEqual(
      [],
    );
    expect(patterns.length).toBeGreaterThan(25);
  });

  it.each(names)("describe %s in at most 4 lines, and have at most 30 in all", (name) => {
    const { header, body } = parts(name);
    expect(header).toMatch(/^\/\/ \p{Lu}/u);
    expect(lines(header)).toBeLessThanOrEqual(4);
    expect(lines(header) + lines(body)).toBeLessThanOrEqual(30);
    expect(body).not.toBe("");
  });

  it.each(queries)("name in the header of %s exactly the parameters that it uses", (name) => {
    const { header, body } = parts(name);
    expect(parameters(header)).toEqual(parameters(body));
  });

  it.each(derived)("make %s by turning each order of its list around", (name) => {
    const orders = (text: string) => text.match(/ORDER BY .*/g) ?? [];
    const newest = orders(cypher(name.replace(/_oldest$/, ""))).flatMap((order) => order.split(","));
    expect(newest.length).toBeGreaterThan(0);
    expect(newest.filter((by) => !by.includes(" DESC"))).toEqual([]);
    expect(orders(cypher(name)).filter((order) => order.includes("DESC"))).toEqual([]);
  });

  it.each(plain)("make %s without the optional parts", (name) => {
    const whole = cypher(name.replace(/_plain$/, ""));
    expect(whole).not.toContain("optional");
    expect(cypher(name).length).toBeLessThan(whole.length);
    expect(() => cypher("people/by_id_plain")).toThrow("has no optional parts");
  });

  it.each(GROUPED)("make %s for several calls: each parameter is that of its call", (name) => {
    const text = grouped(name);
    expect(text.replaceAll("$given.calls[call].", "").match(/\$[\w.]+/g)).toEqual(["$given.calls"]);
    expect(text).not.toMatch(/(LIMIT|SKIP) \$/);
    for (const [, imported] of text.matchAll(/CALL \(([^)]*)\)/g)) expect(imported).toMatch(/^call\b/);
    expect(text).not.toMatch(/CALL \{/);
  });

  it.each(queries)("ask for every parameter of %s by the one map", (name) => {
    expect(cypher(name).match(/\$(?!given\.\w)/g)).toBeNull();
  });

  it("refuse a query from its lower end that is not made for it", () => {
    expect(() => cypher("timelines/person_pinned_oldest")).toThrow("not asked from its lower end");
  });
});
