import { describe, expect, it } from "vitest";
import { z } from "zod";
import { routes } from "@/app/api/routes";
import { BarkIds, Handshake } from "@/lib/realtime/schema";
import { unbounded } from "@/testing/bounds";

const taken = Object.entries(routes).flatMap(([path, mounted]) =>
  Object.entries(mounted).flatMap(([method, { declaration }]) =>
    (["params", "query", "body"] as const).flatMap((part) => {
      const schema = declaration[part];
      return schema ? [{ method, path, part, schema }] : [];
    }),
  ),
);

describe("the API's input", () => {
  it.each(taken)("has limits for every text, list and number: $part of $method $path", ({ schema }) => {
    expect(unbounded(schema)).toEqual([]);
  });

  it("declares a parameter for every variable part of a path", () => {
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

describe("a text that is far too long", () => {
  /** Texts for which patterns with catastrophic backtracking would take minutes. */
  const long = ["0", "a", " ", "-", ".", "@", "a.", "a@", "#", "1,", "https://"].map((one) =>
    one.repeat(60_000 / one.length),
  );

  it.each(taken.filter(({ part }) => part !== "params"))(
    "is refused at once, whatever it repeats: $part of $method $path",
    ({ schema }) => {
      for (const field of fieldsOf(schema)) {
        for (const text of long) {
          const started = performance.now();
          schema.safeParse({ [field]: text });
          // One linear pass takes less than a millisecond, quadratic backtracking takes seconds.
          expect([field, text.slice(0, 3), performance.now() - started < 1_000]).toEqual([
            field,
            text.slice(0, 3),
            true,
          ]);
        }
      }
    },
  );

  it("is detected for the fields of every kind of schema", () => {
    const [one, two] = [z.object({ a: z.string() }), z.object({ b: z.string() })];
    expect([one, one.and(two), z.union([one, two])].map(fieldsOf)).toEqual([["a"], ["a", "b"], ["a", "b"]]);
  });
});

const Shape = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
});

function fieldsOf(schema: z.ZodType): string[] {
  return named(z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }));
}

function named(raw: unknown): string[] {
  const { properties = {}, allOf = [], anyOf = [] } = Shape.parse(raw);
  return [...Object.keys(properties), ...[...allOf, ...anyOf].flatMap(named)];
}

describe("the input of a live socket", () => {
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
  ])("is detected: %s", (_what, schema) => {
    expect(unbounded(z.object({ field: schema.optional() }))).not.toEqual([]);
  });
});
