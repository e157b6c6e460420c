import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cypher } from "@/lib/neo4j/cypher";
import { files, sources } from "@/lib/testing/sources";

const names = files(["cypher"], ".cypher").map((file) => file.replace(/^cypher\/|\.cypher$/g, ""));
const queries = names.filter((name) => !name.startsWith("schema/"));
const code = sources(["lib", "local", "sidecar", "app", "web"]).map(({ text }) => text);

/** Names in the code, as literals and as templates whose holes stand for any word. */
const literals = new Set(code.flatMap((text) => [...text.matchAll(/\b(?:read|write|cypher)\(\s*"([a-z]+\/\w+)"/g)].map(([, name = ""]) => name)));
const templates = [...new Set(code.flatMap((text) => [...text.matchAll(/`([a-z]+\/[\w${}]+)` as const/g)].map(([, name = ""]) => name)))].map(
  (name) => new RegExp(`^${name.replace(/\$\{\w+\}/g, "[a-z]+")}$`),
);

describe("cypher files", () => {
  it("are all used", () => {
    expect(queries.filter((name) => !literals.has(name) && !templates.some((template) => template.test(name)))).toEqual([]);
  });

  it("exist for every name in the code", () => {
    expect([...literals].filter((name) => !names.includes(name))).toEqual([]);
    expect(templates.filter((template) => !names.some((name) => template.test(name)))).toEqual([]);
    expect(literals.size + templates.length).toBeGreaterThan(25);
  });

  it.each(names)("say what %s is for, in at most 4 lines of at most 30 in all", (name) => {
    const lines = readFileSync(`cypher/${name}.cypher`, "utf8").trimEnd().split("\n");
    const header = lines.findIndex((line) => !line.startsWith("//"));
    expect(header).toBeGreaterThanOrEqual(1);
    expect(header).toBeLessThanOrEqual(4);
    expect(lines.length).toBeLessThanOrEqual(30);
  });

  it.each(queries)("name in the header of %s every parameter it takes, and no other", (name) => {
    const [header, body] = [/^(\/\/.*\n)+/, /^(\/\/.*\n)+([^]*)$/].map((part) => part.exec(cypher(name)));
    const parameters = (text = "") => [...new Set(text.match(/\$[a-z]\w*/gi))].toSorted();
    expect(parameters(header?.[0])).toEqual(parameters(body?.[2]));
  });
});
