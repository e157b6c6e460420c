import { describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { describeApi } from "@/lib/http/openapi";

const document = describeApi(routes, "https://town.example");
const METHODS = { GET: "get", POST: "post", PUT: "put", PATCH: "patch", DELETE: "delete" } as const;
const operations = Object.entries(routes).flatMap(([path, module]) =>
  Object.entries(METHODS).flatMap(([name, method]) =>
    name in module ? [{ method, path: path.replace(/\[[.]*(\w+)\]/g, "{$1}") }] : [],
  ),
);

describe("the OpenAPI description", () => {
  it("contains no endpoint that does not exist", () => {
    const described = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    expect(described.toSorted()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  it.each(operations)("describes the purpose, input and output of $method $path", ({ method, path }) => {
    const operation = document.paths?.[path]?.[method];
    expect(operation?.summary).toMatch(/^\p{Lu}/u);
    expect(operation?.responses).toMatchObject({
      200: { description: "OK" },
      default: { content: { "application/json": {} } },
    });
    const inPath = (operation?.parameters ?? []).flatMap((parameter) =>
      "in" in parameter && parameter.in === "path" ? [parameter.name] : [],
    );
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  });

  it("refers only to schemas that it contains", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(expect.arrayContaining([...new Set(references)]));
    expect(references).toContain("Status");
  });

  it("lists paging parameters one by one", () => {
    const parameters = document.paths?.["/api/v1/accounts/{id}/statuses"]?.get?.parameters ?? [];
    const names = parameters.flatMap((parameter) => ("name" in parameter ? [parameter.name] : []));
    expect(names.slice(0, 5)).toEqual(["id", "limit", "max_id", "since_id", "min_id"]);
    expect(names).toEqual(
      expect.arrayContaining(["exclude_replies", "exclude_reblogs", "only_media", "pinned", "tagged"]),
    );
  });
});
