import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { parseLeniently } from "@/lib/http/lenient";
import { sendable } from "@/lib/testing/from-schema";

const schemas = Object.entries(routes).flatMap(([path, mounted]) =>
  Object.entries(mounted).flatMap(
    ([
      method,
      {
        declaration: { params, query, body },
      },
    ]) => [params, query, body].flatMap((schema) => (schema ? [{ method, path, schema }] : [])),
  ),
);

describe("what is made from a schema", () => {
  it.each(schemas)("is let in often, and refused at times in words: $method $path", ({ schema }) => {
    const made = fc.sample(sendable(schema), { numRuns: 40, seed: 7 });
    expect(made).toHaveLength(40);
    for (const value of made) expect(() => parseLeniently(schema, value)).not.toThrow();
  });

  it("reaches the work behind the checks", () => {
    const reached = schemas.filter(({ schema }) =>
      fc.sample(sendable(schema), { numRuns: 100, seed: 7 }).some((value) => parseLeniently(schema, value).success),
    );
    expect(reached.length / schemas.length).toBeGreaterThan(0.85);
  });
});
