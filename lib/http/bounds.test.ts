import { describe, expect, it } from "vitest";
import { z } from "zod";
import { routes } from "@/app/api/routes";
import { BarkIds, Handshake } from "@/lib/realtime/schema";
import { unbounded } from "@/lib/testing/bounds";

const taken = Object.entries(routes).flatMap(([path, mounted]) =>
  Object.entries(mounted).flatMap(([method, { declaration }]) =>
    (["params", "query", "body"] as const).flatMap((part) => {
      const schema = declaration[part];
      return schema ? [{ method, path, part, schema }] : [];
    }),
  ),
);

describe("what the API takes", () => {
  it.each(taken)("has limits for every text, list and number: $part of $method $path", ({ schema }) => {
    expect(unbounded(schema)).toEqual([]);
  });

  it("declares a parameter for every variable part of an address", () => {
    const missing = Object.entries(routes)
      .filter(([path]) => path.includes("["))
      .flatMap(([path, mounted]) =>
        Object.entries(mounted).flatMap(([method, handler]) =>
          handler.declaration.params ? [] : [`${method} ${path}`],
        ),
      );
    expect(missing).toEqual([]);
  });
});

describe("what a live socket takes", () => {
  it.each(Object.entries({ handshake: Handshake, "watch and unwatch": BarkIds }))("has limits: %s", (_name, schema) => {
    expect(unbounded(schema)).toEqual([]);
  });
});

describe("a schema without limits", () => {
  it.each<[string, z.ZodType]>([
    ["a text", z.string()],
    ["a text of an endless pattern", z.string().regex(/^a+$/)],
    ["a text whose pattern is open at one end", z.string().regex(/^\d{1,20}/)],
    ["a number", z.number().min(0)],
    ["a list", z.array(z.boolean())],
    ["a record", z.record(z.string().max(3), z.boolean())],
    ["anything", z.unknown()],
    ["a text in a list", z.array(z.string()).max(3)],
    ["one of two", z.union([z.string().max(3), z.array(z.string().max(3))])],
  ])("is found: %s", (_what, schema) => {
    expect(unbounded(z.object({ field: schema.optional() }))).not.toEqual([]);
  });
});
