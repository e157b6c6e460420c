import { describe, expect, it } from "vitest";
import { z } from "zod";
import { routes } from "@/app/api/routes";
import { describeApi } from "@/lib/http/openapi";
import { nameOf, TABLE } from "@/testing/mastodon-api";
import { apiPage } from "@/testing/mastodon-api/page";
import { isIgnored, type Row } from "@/testing/mastodon-api/rows";
import { match } from "@/web/router";

describe("docs/api.md", () => {
  it("is what the table of Mastodon's endpoints and our routes say; npm run docs:api writes it anew", async () => {
    await expect(apiPage()).toMatchFileSnapshot("../../docs/api.md");
  });

  it("answers first how to begin, in less than 500 tokens", () => {
    const [opening = ""] = apiPage().split("\n## ");
    // A token has about four characters, fewer in commands.
    expect(opening.length / 3.5).toBeLessThan(500);
  });
});

const { paths = {} } = describeApi(routes, "https://town.example");

/** The names that the schemas of an endpoint know, in its query and in its body. */
function known({ method, path }: Row): Set<string> {
  const pattern = match(path)?.pattern ?? path;
  const described = paths[pattern.replace(/\[(\w+)\]/g, "{$1}")] ?? {};
  const operation = Object.entries(described).find(([name]) => name === method.toLowerCase())?.[1];
  const { parameters = [], requestBody } = z
    .object({ parameters: z.array(z.object({ name: z.string() })), requestBody: z.unknown() })
    .partial()
    .parse(operation);
  const fields = JSON.stringify(requestBody ?? {}).matchAll(/"(\w+)":/g);
  return new Set([...parameters.map(({ name }) => name), ...[...fields].map(([, name = ""]) => name)]);
}

describe("the table of Mastodon's endpoints", () => {
  it("names every endpoint that is not Barker's own, and no other", () => {
    const own =
      /^\/(api\/v1\/barker|api\/openapi\.json|ready|metrics|media|nodeinfo|robots\.txt|sitemap\.xml|kt|feeds|embed|\.well-known\/(nodeinfo|webfinger|\[name\]))(\/|$)/;
    const table = new Set(
      TABLE.filter(({ state }) => state === "served" || state === "empty").map(
        ({ method, path }) => `${method} ${match(path)?.pattern ?? path}`,
      ),
    );
    const there = Object.entries(routes).flatMap(([path, module]) =>
      own.test(path) ? [] : Object.keys(module).map((method) => `${method} ${path}`),
    );
    expect([...table].toSorted()).toEqual(there.toSorted());
  });

  it("names parameters that the endpoints know, or says why they make no difference", () => {
    const unknown = TABLE.filter(({ state }) => state === "served").flatMap((row) => {
      const names = known(row);
      return row.parameters
        .filter(
          (parameter) =>
            !isIgnored(row, parameter) && !parameter.startsWith("poll[") && !names.has(parameter.replace(/\[.*/, "")),
        )
        .map((parameter) => `${nameOf(row)}: ${parameter}`);
    });
    expect(unknown).toEqual([]);
  });
});
