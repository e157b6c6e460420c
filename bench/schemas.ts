import * as fc from "fast-check";
import { routes } from "@/app/api/routes";
import type { Figure } from "@/bench/figures";
import { ask, origin, type HttpAnswer } from "@/bench/http";
import { makePerson } from "@/bench/people";
import type { Route } from "@/lib/http/route";
import { sendable } from "@/testing/from-schema";
import { asText } from "@/testing/junk";

/** The total number of requests, and how many are in progress at a time. */
const REQUESTS = Number(process.env["BENCH_REQUESTS"] ?? 10_000);
const AT_ONCE = 4;
/** The number of people who send them; the data that one stores must not slow the others down either. */
const PEOPLE = 4;
/** How many of the slowest requests are listed. */
const NAMED = 5;

interface Sent {
  what: string;
  answer: HttpAnswer;
}

/** Sends requests that are valid by the schemas of all endpoints, and reports server errors and slow responses. */
export async function benchSchemas(): Promise<Figure[]> {
  const tokens = await Promise.all(Array.from({ length: PEOPLE }, async () => (await makePerson()).token));
  const endpoints = Object.entries(routes).flatMap(([path, mounted]) =>
    Object.entries(mounted).map(([method, { declaration }]) => ({ path, method, requests: requestsOf(declaration) })),
  );
  const each = Math.ceil(REQUESTS / endpoints.length);
  const queue = endpoints.flatMap(({ path, method, requests }) =>
    fc.sample(requests, each).map((request, turn) => ({ path, method, ...request, token: tokens[turn % PEOPLE] })),
  );
  // In random order, so that endpoints read what others have stored.
  queue.sort(() => Math.random() - 0.5);
  const sent: Sent[] = [];
  await lag();
  async function work(): Promise<void> {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { path, method, params, query, body, token } = next;
      const address = `${path.replaceAll(/\[(\w+)\]/g, (_, name: string) => segment(params, name))}?${search(query)}`;
      const json = method === "GET" ? {} : { json: body };
      const answer = await ask(address, { method, token, ...json });
      sent.push({ what: `${method} ${path}`, answer });
      if (answer.status >= 500) process.stderr.write(`${answer.status} ${method} ${address.slice(0, 500)}\n`);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const turn = await lag();
  const slowest = sent.toSorted((a, b) => b.answer.total - a.answer.total);
  for (const { what, answer } of slowest.slice(0, NAMED)) {
    process.stderr.write(`${Math.round(answer.total)} ms  ${answer.status}  ${what}\n`);
  }
  return [
    { what: `${sent.length} requests from the schemas: 5xx`, value: faults(sent), unit: "", target: { most: 0 } },
    {
      what: `slowest of them (${slowest[0]?.what ?? "none"})`,
      value: slowest[0]?.answer.total ?? 0,
      unit: "ms",
      target: { most: 1_000 },
    },
    { what: "longest turn of the web's event loop meanwhile", value: turn, unit: "ms", target: { most: 50 } },
  ];
}

function requestsOf({ params, query, body }: Route["declaration"]) {
  const nothing = fc.constant({});
  return fc.record({
    params: params ? sendable(params) : nothing,
    query: query ? sendable(query) : nothing,
    body: body ? sendable(body) : nothing,
  });
}

const faults = (sent: Sent[]) => sent.filter(({ answer }) => answer.status >= 500).length;

/** Encodes like a browser, which cannot send lone surrogates. */
function segment(params: unknown, name: string): string {
  const value: unknown = typeof params === "object" && params !== null ? Reflect.get(params, name) : "";
  return encodeURIComponent(asText(value ?? "0").replaceAll(/\p{Cs}/gu, "")).slice(0, 1_500) || "0";
}

function search(query: unknown): string {
  const entries = Object.entries(typeof query === "object" && query !== null ? query : {});
  const pairs = entries.flatMap(([name, value]): [string, string][] =>
    Array.isArray(value) ? value.slice(0, 50).map((one) => [`${name}[]`, asText(one)]) : [[name, asText(value)]],
  );
  // Node limits all headers together to 16 kB.
  return new URLSearchParams(pairs).toString().slice(0, 6_000);
}

/** The maximum delay of the web process's event loop since the last call, in milliseconds. */
async function lag(): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text)?.[1] ?? Number.NaN) * 1_000;
}
