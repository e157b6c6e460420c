import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { parseLeniently } from "@/lib/http/lenient";
import { sendable } from "@/testing/from-schema";

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

describe("values generated from a schema", () => {
  it.each(schemas)("are often valid and sometimes rejected with a message: $method $path", ({ schema }) => {
    const made = fc.sample(sendable(schema), { numRuns: 40, seed: 7 });
    expect(made).toHaveLength(40);
    for (const value of made) expect(() => parseLeniently(schema, value)).not.toThrow();
  });

  it("are often enough valid to reach the code behind validation", () => {
    const reached = schemas.filter(({ schema }) =>
      fc.sample(sendable(schema), { numRuns: 100, seed: 7 }).some((value) => parseLeniently(schema, value).success),
    );
    expect(reached.length / schemas.length).toBeGreaterThan(0.85);
  });
});
