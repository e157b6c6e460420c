import { expect } from "vitest";
import { type Answer, call, type Sent } from "@/testing/api";
import { photo } from "@/testing/pictures";
import { A_PICTURE, type Exchange, type Sendable, type WebClient } from "@/testing/web-clients/exchange";

/** What is known to a visit: ids by name, and the `token` of who visits. */
export interface Scene {
  known: Record<string, string>;
}

/**
 * Sends a request as the client did, after the preflight that a browser sends, and checks what the client needs.
 * @returns the status of the answer
 */
export async function replay({ origin }: WebClient, exchange: Exchange, scene: Scene): Promise<number> {
  const { method = "GET", token = true, status = 200, reads = [], keeps = {} } = exchange;
  const path = filled(exchange.path, scene);
  const sent = await sentBy(exchange, scene);
  const asked = unsafeHeaders(exchange, token);
  if (asked.length > 0 || !["GET", "POST"].includes(method)) await preflight(origin, method, path, asked);
  const headers = { ...sent.headers, origin };
  const answer = await call(method, path, { ...sent, headers, ...(token && { token: filled("{token}", scene) }) });
  expect([answer.status, answer.status >= 400 ? answer.text : ""], `${method} ${path}`).toEqual([
    status,
    status >= 400 ? answer.text : "",
  ]);
  expectReadable(answer, origin, path);
  expect(missing(answer.json, reads), `${method} ${path}`).toEqual([]);
  for (const [name, field] of Object.entries(keeps)) scene.known[name] = String(valuesAt(answer.json, field)[0]);
  return answer.status;
}

/** The headers for which a browser asks first. */
function unsafeHeaders({ json, idempotencyKey }: Exchange, token: boolean): string[] {
  return [
    ...(token ? ["authorization"] : []),
    ...(json === undefined ? [] : ["content-type"]),
    ...(idempotencyKey === undefined ? [] : ["idempotency-key"]),
  ];
}

async function preflight(origin: string, method: string, path: string, asked: string[]): Promise<void> {
  const { status, headers } = await call("OPTIONS", path, {
    headers: {
      origin,
      "access-control-request-method": method,
      ...(asked.length > 0 && { "access-control-request-headers": asked.join(",") }),
    },
  });
  const listed = (name: string) => (headers.get(name) ?? "").toLowerCase().split(/,\s*/);
  expect([status, headers.get("access-control-allow-origin")], `OPTIONS ${path}`).toEqual([204, "*"]);
  expect(listed("access-control-allow-methods"), `OPTIONS ${path}`).toContain(method.toLowerCase());
  expect(listed("access-control-allow-headers"), `OPTIONS ${path}`).toEqual(expect.arrayContaining(asked));
}

/** A page of another site may read the answer, and the next page's address if there is one. */
function expectReadable({ headers }: Answer, origin: string, path: string): void {
  expect(["*", origin], path).toContain(headers.get("access-control-allow-origin"));
  if (headers.has("link")) expect(headers.get("access-control-expose-headers"), path).toMatch(/\bLink\b/);
}

async function sentBy({ json, form, multipart, idempotencyKey }: Exchange, scene: Scene): Promise<Sent> {
  const headers: Record<string, string> = {};
  if (idempotencyKey !== undefined) headers["idempotency-key"] = filled(idempotencyKey, scene);
  if (json !== undefined) return { headers, json: filledIn(json, scene) };
  if (form) return { headers, body: new URLSearchParams(Object.entries(form).map(([k, v]) => [k, filled(v, scene)])) };
  if (!multipart) return { headers };
  const body = new FormData();
  for (const [name, value] of Object.entries(multipart))
    if (value === A_PICTURE)
      body.set(name, new Blob([new Uint8Array(await photo(60, 40, "png"))], { type: "image/png" }));
    else body.set(name, value);
  return { headers, body };
}

/** A text with what its names stand for. @throws when a name is not known */
export function filled(text: string, { known }: Scene): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`nothing is known by the name ${name}`);
    return value;
  });
}

function filledIn(value: Sendable, scene: Scene): Sendable {
  if (typeof value === "string") return filled(value, scene);
  if (Array.isArray(value)) return value.map((each) => filledIn(each, scene));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, each]) =>
    each === undefined ? [] : [[name, filledIn(each, scene)] as const],
  );
  return Object.fromEntries(entries);
}

/** The fields that are not there, or null where the client does not expect it. Of lists, all items are looked at. */
export function missing(answer: unknown, reads: readonly string[]): string[] {
  return reads.filter((field) => {
    const mayBeNull = field.endsWith("?");
    const values = valuesAt(answer, mayBeNull ? field.slice(0, -1) : field);
    return values.length === 0 || values.some((value) => value === undefined || (value === null && !mayBeNull));
  });
}

/** The values at a path such as `statuses[].account.acct`. What is inside of null is not looked for. */
function valuesAt(from: unknown, path: string): unknown[] {
  const [, item, name, rest] = /^(\[\])?\.?([\w:-]*)(.*)$/s.exec(path) ?? [];
  if (item) return Array.isArray(from) ? from.flatMap((each) => valuesAt(each, path.slice(2).replace(/^\./, ""))) : [];
  if (!name) return path === "" ? [from] : [];
  if (typeof from !== "object" || from === null) return [undefined];
  const value: unknown = Object.entries(from).find(([key]) => key === name)?.[1];
  return rest === "" || rest === undefined ? [value] : value === null ? [null] : valuesAt(value, rest);
}
