import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { routes } from "@/app/api/routes";
import { describeApi } from "@/lib/http/openapi";
import { driver } from "@/lib/neo4j";
import { call, signUpForm, type Answer } from "@/testing/api";
import { isFull } from "@/testing/full";
import { asText, junkFields, junkText } from "@/testing/junk";
import { makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

/** The number of requests per endpoint. */
const RUNS = isFull ? 40 : 8;

const endpoints = Object.entries(routes).flatMap(([path, mounted]) =>
  Object.entries(mounted).map(([method, handler]) => ({ method, path, answers: handler.declaration.answers })),
);

/** The names of all parameters and fields of the API, so that each endpoint is tested with all of them. */
const names = [
  ...new Set(
    [
      ...JSON.stringify(describeApi(routes, "http://localhost")).matchAll(
        /"(?:name":"(\w+)|(\w+)":\{"(?:type|anyOf))/g,
      ),
    ].flatMap(([, a, b]) => a ?? b ?? []),
  ),
];

/** Valid values, some of which are replaced by junk, so that requests get past validation. */
const valid = { ...signUpForm(), status: "Hello", client_name: "Fuzz", grant_type: "client_credentials", token: "x" };

/** Short enough for Node's limit on headers, beyond which our code does not see the request. */
const query = junkFields(names).map((fields) => {
  const entries = Object.entries(fields).map(([name, value]) => [name, asText(value).slice(0, 200)]);
  return new URLSearchParams(entries);
});
const form = junkFields(names).map((fields) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, asText(value));
  return made;
});
const sending = fc.oneof(
  junkFields(names).map((json) => ({ json })),
  { weight: 3, arbitrary: junkFields(names).map((fields) => ({ json: { ...valid, ...fields } })) },
  query.map((body) => ({ body })),
  form.map((body) => ({ body })),
  fc
    .tuple(junkText, fc.constantFrom("application/json", "multipart/form-data; boundary=x", "text/html", "junk"))
    .map(([body, type]) => ({ body, headers: { "content-type": type } })),
);

const Problem = z.object({ error: z.string().min(1) });
const Id = z.object({ id: z.string() });

/** Problems of an answer to a junk request. */
function faults({ status, headers, text, json }: Answer, answers: z.ZodType | undefined): string[] {
  const found: string[] = [];
  if (status >= 500) found.push(`answers ${status}`);
  if (status < 300 && answers && !answers.safeParse(json).success) found.push("does not answer what it declares");
  if (status >= 400 && !Problem.safeParse(json).success) found.push("has no error to read");
  if (status >= 400 && !headers.get("content-type")?.startsWith("application/json")) found.push("is not JSON");
  if (/node_modules|\.ts:\d|at \w+ \(|Neo4jError|ReplyError|ZodError/.test(text)) found.push("shows its inside");
  if (text.includes("@town.example")) found.push("shows an e-mail");
  return found;
}

describe("junk requests", () => {
  it("cover the parameter names of the API", () => {
    expect(names).toEqual(expect.arrayContaining(["status", "limit", "max_id", "username", "acct", "client_id", "id"]));
  });

  it.each(endpoints)("never make $method $path fail", async ({ method, path, answers }) => {
    const [person, app] = [await makeToken((await makePerson()).id), await makeToken(null)];
    const bearer = fc.constantFrom(person.token, person.token, app.token, undefined, "junk");
    await fc.assert(
      fc.asyncProperty(junkText, query, sending, bearer, async (param, search, sent, token) => {
        const address = `${path.replace("[id]", () => encode(param))}?${search}`;
        const answer = await call(method, address, { ...(method !== "GET" && sent), token });
        expect(faults(answer, answers)).toEqual([]);
        // Barks from this test are deleted, since people look around in this town.
        const made = Id.safeParse(answer.json);
        if (method === "POST" && path === "/api/v1/statuses" && made.success)
          await call("DELETE", `${path}/${made.data.id}`, { token });
      }),
      { numRuns: RUNS },
    );
  });
});

/** Encodes like a browser, but replaces lone surrogates and cuts at Node's limit. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "")).slice(0, 2_000) || "0";
}
