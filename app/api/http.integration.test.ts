import { request } from "node:http";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { apiUrl, call } from "@/testing/api";
import { makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

const Id = z.object({ id: z.string() });

/** Sends requests that `fetch` refuses to send, and returns the status and the body. */
async function raw(method: string, path: string, headers: Record<string, string> = {}) {
  const address = new URL(await apiUrl());
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(
      { host: address.hostname, port: address.port, method, path, headers, agent: false },
      (answer) => {
        let text = "";
        answer.on("data", (chunk) => (text += String(chunk)));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    sent.on("error", reject).end();
  });
}

describe("the API over HTTP", () => {
  it.each(["/api/v2/instance", "/api/v1/timelines/public", "/health"])(
    "does not mind a slash at the end of %s",
    async (path) => {
      const [plain, slashed] = await Promise.all([call("GET", path), call("GET", `${path}/`)]);
      expect([slashed.status, slashed.text]).toEqual([200, plain.text]);
    },
  );

  it("allows apps on other sites to call, to send tokens, and to read the paging and rate-limit headers", async () => {
    const asked = await call("OPTIONS", "/api/v1/statuses", {
      headers: {
        origin: "https://app.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization",
      },
    });
    expect([asked.status, asked.text]).toEqual([204, ""]);
    expect(asked.headers.get("access-control-allow-headers")).toMatch(/Authorization.*Content-Type.*Idempotency-Key/);
    const answer = await call("GET", "/api/v1/timelines/public", { headers: { origin: "https://app.example" } });
    for (const { headers } of [asked, answer, await call("GET", "/api/v1/statuses/1")]) {
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-allow-credentials")).toBeNull();
    }
    expect(answer.headers.get("access-control-expose-headers")).toMatch(/Link.*X-RateLimit-Remaining/);
  });

  it.each([
    "/api/v1/statuses",
    "/api/v1/nothing/of/the/kind",
    "/api/v9",
    "/oauth/authorize",
    "/oauth/nothing",
    "/.well-known/nothing",
    "/nodeinfo/9.9",
    "/api/openapi.json",
  ])("answers a preflight for %s with 204, whether there is such an endpoint or not", async (path) => {
    const asked = { origin: "https://app.example", "access-control-request-method": "PUT" };
    const { status, text, headers } = await call("OPTIONS", path, { headers: asked });
    expect([status, text, headers.get("access-control-allow-origin")]).toEqual([204, "", "*"]);
    expect(headers.get("access-control-allow-methods")).toContain("PUT");
  });

  it("does not let other sites call the routes of signing in", async () => {
    const { status, headers } = await call("OPTIONS", "/api/auth/session", {
      headers: { origin: "https://app.example" },
    });
    expect([status, headers.get("access-control-allow-origin")]).toEqual([204, null]);
  });

  it("answers HEAD like GET, without the body", async () => {
    const [head, get] = await Promise.all([call("HEAD", "/api/v2/instance"), call("GET", "/api/v2/instance")]);
    expect([head.status, head.text]).toEqual([200, ""]);
    expect(head.headers.get("content-length")).toBe(get.headers.get("content-length"));
    expect((await call("HEAD", "/oauth/token")).status).toBe(405);
    expect((await call("HEAD", "/api/v1/statuses/1")).status).toBe(404);
  });

  it("forbids shared caches to store answers", async () => {
    expect((await call("GET", "/api/v1/timelines/public")).headers.get("cache-control")).toBe("private, no-store");
  });

  it.each([
    ["TRACE", "/api/v1/statuses", 405],
    ["PROPFIND", "/api/v1/statuses", 405],
    ["GET", "/api/v1/statuses/%zz", 404],
    ["GET", "/api/v1/statuses/%00", 404],
    ["GET", "/api/v1/accounts/..%2f..%2fhealth", 404],
    ["GET", `/api/v1/statuses/${"9".repeat(5_000)}`, 404],
    ["GET", "/api/v1/timelines/public?limit=%zz&%=%&&=&[]=1", 422],
  ])("answers %s %s with %i", async (method, path, status) => {
    const answer = await raw(method, path);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ error: expect.any(String), code: expect.any(String) });
  });

  it("reports its health and readiness", async () => {
    expect(await call("GET", "/health")).toMatchObject({ status: 200, json: { status: "ok" } });
    expect(await call("GET", "/ready")).toMatchObject({ status: 200, json: { ready: true, neo4j: true, redis: true } });
  });

  it("serves metrics to this machine", async () => {
    const { status, text, headers } = await call("GET", "/metrics");
    expect([status, text]).toEqual([200, expect.stringContaining("barker_http_request_seconds")]);
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each(["x-forwarded-for", "forwarded", "via", "x-real-ip"])(
    "tells no figures through a proxy (%s)",
    async (name) => {
      expect((await call("GET", "/metrics", { headers: { [name]: "127.0.0.1" } })).status).toBe(404);
    },
  );

  it("hides responses of endpoints for our own pages from other sites", async () => {
    for (const path of ["/api/v1/barker/sessions", "/api/v1/barker/account/export", "/metrics"]) {
      for (const method of ["GET", "OPTIONS"]) {
        const { headers } = await call(method, path, { headers: { origin: "https://app.example" } });
        expect(headers.get("access-control-allow-origin")).toBeNull();
      }
    }
  });

  it("sends headers that forbid scripts and framing", async () => {
    const { headers } = await call("GET", "/api/v2/instance");
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  it.each<Record<string, string>>([
    { "x-forwarded-for": "127.0.0.1" },
    { forwarded: "for=127.0.0.1" },
    { "x-real-ip": "127.0.0.1" },
    { via: "1.1 proxy" },
    { "x-barker-local": "yes", "x-forwarded-for": "127.0.0.1" },
    { authorization: "Bearer ", "x-forwarded-for": "127.0.0.1" },
  ])("serves no metrics through a proxy (%j)", async (headers) => {
    expect(await call("GET", "/metrics", { headers })).toMatchObject({ status: 404 });
  });
});

describe("an Idempotency-Key over HTTP", () => {
  it("sent twenty times at once creates one bark and gives twenty equal answers", async () => {
    const person = await makePerson();
    const { token } = await makeToken(person.id);
    const headers = { "idempotency-key": `k ${person.id}` };
    const once = () => call("POST", "/api/v1/statuses", { token, headers, json: { status: "Once" } });
    const answers = await Promise.all(Array.from({ length: 20 }, once));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set([`200 ${answers[0]?.text}`]),
    );
    expect(await call("GET", `/api/v1/accounts/${person.id}`)).toMatchObject({ json: { statuses_count: 1 } });
  });
});

describe("the viewer's own bark on Home", () => {
  it("is included in the next read, and absent after its deletion", async () => {
    const { token } = await makeToken((await makePerson()).id);
    const newest = async () =>
      z.array(Id).parse((await call("GET", "/api/v1/timelines/home?limit=1", { token })).json)[0]?.id;
    await newest();
    for (let turn = 0; turn < 20; turn++) {
      const { id } = Id.parse(
        (await call("POST", "/api/v1/statuses", { token, json: { status: `Bark ${turn}` } })).json,
      );
      expect(await newest()).toBe(id);
      if (turn % 2 === 1) continue;
      await call("DELETE", `/api/v1/statuses/${id}`, { token });
      expect(await newest()).not.toBe(id);
    }
  });
});
