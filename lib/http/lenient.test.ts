import { describe, expect, it } from "vitest";
import { z } from "zod";
import { routes } from "@/app/api/routes";
import { parseLeniently } from "@/lib/http/lenient";
import { limitOf } from "@/lib/http/params";
import { Flag } from "@/lib/text/fields";
import { PageQuery } from "@/lib/http/page";

const Shape = z.object({
  needed: z.string().min(1),
  note: z.string().default("none"),
  limit: limitOf(20, 40),
  flag: Flag.optional(),
  id: z.string().regex(/^\d+$/).optional(),
  ids: z.array(z.string().regex(/^\d+$/)).optional(),
  inside: z.object({ kind: z.enum(["a", "b"]).optional() }).optional(),
});

describe("a blank or null field", () => {
  it("is treated as missing, unless blank is a valid value", () => {
    for (const blank of ["", null]) {
      const sent = { needed: "x", limit: blank, flag: blank, id: blank, ids: ["1", blank], inside: { kind: blank } };
      expect(parseLeniently(Shape, { ...sent, note: "" }).data).toEqual({
        needed: "x",
        note: "",
        limit: 20,
        ids: ["1"],
        inside: {},
      });
      expect(sent.ids).toHaveLength(2);
    }
    expect(parseLeniently(Shape, { needed: "x", note: null }).data).toMatchObject({ note: "none" });
  });

  it("that is required is reported as missing, and other junk is still rejected", () => {
    const missing = parseLeniently(Shape, { needed: null });
    expect(missing.error?.issues).toMatchObject([{ path: ["needed"], code: "invalid_type", input: undefined }]);
    expect(parseLeniently(Shape, { needed: "x", id: "y", limit: "" }).error?.issues).toMatchObject([{ path: ["id"] }]);
  });

  it("does not bound a page, and a blank limit is the default", () => {
    for (const blank of ["", null]) {
      const sent = { limit: blank, max_id: blank, since_id: blank, min_id: blank };
      expect(parseLeniently(PageQuery, sent).data).toEqual({ limit: 20 });
    }
    expect(parseLeniently(PageQuery, { limit: "0" }).data).toEqual({ limit: 20 });
  });

  const optional = Object.entries(routes).flatMap(([path, mounted]) =>
    Object.entries(mounted).flatMap(([method, { declaration }]) =>
      (["query", "body"] as const).flatMap((part) => {
        const schema = declaration[part];
        if (!schema) return [];
        const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
        const needed = new Set(schema.safeParse({}).error?.issues.map((issue) => issue.path[0]));
        const names = Object.keys(properties).filter((name) => !needed.has(name));
        return names.length > 0 ? [{ method, path, part, schema, names }] : [];
      }),
    ),
  );

  it.each(optional)("is accepted in the $part of $method $path", ({ schema, names }) => {
    for (const name of names) {
      for (const blank of ["", null]) {
        const faults = parseLeniently(schema, { [name]: blank }).error?.issues ?? [];
        expect(faults.filter(({ path }) => path[0] === name)).toEqual([]);
      }
    }
  });
});
