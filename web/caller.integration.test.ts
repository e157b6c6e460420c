import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as metrics } from "@/app/metrics/route";
import { demoOpenTo } from "@/lib/auth/demo";
import { ADDRESS_HEADER, LOCAL_HEADER } from "@/lib/http/address";
import { listen } from "@/testing/listen";
import { noteCaller } from "@/web/caller";

const TOKEN = "figures for prometheus";

beforeAll(() => {
  vi.stubEnv("BARKER_METRICS_TOKEN", TOKEN);
  vi.stubEnv("BARKER_DEMO", "on");
  vi.stubEnv("BARKER_ORIGIN", "http://localhost:3000");
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
});

const server = createServer((incoming, outgoing) => {
  noteCaller(incoming);
  outgoing.end(JSON.stringify(incoming.headers));
});
afterAll(() => server.close());

/** The headers that handlers see for a request from this machine. */
async function seen(headers: Record<string, string> = {}): Promise<Headers> {
  const port = server.listening ? portOf() : await listen(server);
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers });
  return new Headers((await answer.json()) as Record<string, string>);
}

function portOf(): number {
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

const figures = async (headers: Headers) =>
  (await metrics(new Request("http://localhost/metrics", { headers }), { params: Promise.resolve({}) })).status;

describe("a caller", () => {
  it("on this machine is local, and may read the metrics and use the demo", async () => {
    const headers = await seen();
    expect([headers.get(ADDRESS_HEADER), headers.get(LOCAL_HEADER)]).toEqual(["127.0.0.1", "yes"]);
    expect(await figures(headers)).toBe(200);
    expect(demoOpenTo(headers)).toBe(true);
  });

  it("behind an untrusted proxy is not local, and the proxy's headers are ignored", async () => {
    const headers = await seen({ "x-forwarded-for": "203.0.113.7", [LOCAL_HEADER]: "yes", [ADDRESS_HEADER]: "::1" });
    expect([headers.get(ADDRESS_HEADER), headers.get(LOCAL_HEADER)]).toEqual(["127.0.0.1", "no"]);
    expect(await figures(headers)).toBe(404);
    expect(demoOpenTo(headers)).toBe(false);
  });

  it("elsewhere can read the metrics only with the token", async () => {
    const away = (authorization: string) => seen({ "x-forwarded-for": "203.0.113.7", authorization });
    expect(await figures(await away(`Bearer ${TOKEN}`))).toBe(200);
    for (const wrong of [`Bearer ${TOKEN}x`, "Bearer ", TOKEN]) expect(await figures(await away(wrong))).toBe(404);
  });
});
