import { connect } from "node:net";
import * as fc from "fast-check";
import { expect, test } from "@/e2e/support/browser";
import { origin } from "@/e2e/support/people";

const { hostname, port } = new URL(origin);
const ROUTER_HEADERS = (
  "rsc next-router-state-tree next-router-prefetch next-router-segment-prefetch next-url next-action x-nextjs-data " +
  "x-middleware-subrequest x-now-route-matches x-matched-path cookie accept-language content-type if-none-match range " +
  "authorization origin host"
).split(" ");

/** Sends raw bytes and reads the status; null if the connection is closed without one. */
function statusOf(path: Buffer, headers: [string, Buffer][]): Promise<number | null> {
  const line = Buffer.concat([Buffer.from("GET "), path, Buffer.from(" HTTP/1.1\r\nconnection: close\r\n")]);
  const own = headers.some(([name]) => name === "host") ? [] : [Buffer.from("host: localhost\r\n")];
  const rest = headers.map(([name, value]) => Buffer.concat([Buffer.from(`${name}: `), value, Buffer.from("\r\n")]));
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let said = "";
    socket.setTimeout(30_000, () => socket.destroy(new Error("no answer")));
    socket.on("data", (data) => (said += data.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1]) || null));
    socket.write(Buffer.concat([line, ...own, ...rest, Buffer.from("\r\n")]));
  });
}

/** Random bytes without line breaks. */
const bytes = fc
  .uint8Array({ maxLength: 30 })
  .map((all) => Buffer.from(all.filter((byte) => byte !== 10 && byte !== 13)));
const escapes = fc
  .stringMatching(/^(%[0-9a-fA-F]{2}|%[0-9a-z]?|[a-z0-9@/._-]){0,20}$/)
  .map((text) => Buffer.from(text));
const address = fc
  .tuple(
    fc.constantFrom("/", "/tags/", "/@", "/media/", "/@maple/", "/portraits/", "/emoji/17/en/", "/api/v1/statuses/"),
    fc.oneof(bytes, escapes),
    fc.constantFrom("", "?x=%", "?_rsc=1", "?%ff=%00", "/"),
  )
  .map(([begin, middle, end]) => Buffer.concat([Buffer.from(begin), middle, Buffer.from(end)]));
const state = fc.constantFrom("%", "%ff", "[]", "[1]", "%5B%22%22%2C%7B%7D%5D", "null", "x".repeat(12_000));
const header = fc.tuple(
  fc.constantFrom(...ROUTER_HEADERS),
  fc.oneof(
    bytes,
    escapes,
    state.map((text) => Buffer.from(text)),
  ),
);

// The size of the window makes no difference here.
test.beforeEach(({ hasTouch }) => test.skip(!hasTouch, "once is enough, on the size that every run has"));

test("random bytes in addresses and headers never cause a server error", async () => {
  test.slow();
  await fc.assert(
    fc.asyncProperty(address, fc.array(header, { maxLength: 3 }), async (path, headers) => {
      expect((await statusOf(path, headers)) ?? 400).toBeLessThan(500);
    }),
    { numRuns: 400, interruptAfterTimeLimit: 150_000 },
  );
});

test("malformed addresses get 400 or 404, and unusual valid ones are served", async () => {
  const none: [string, Buffer][] = [];
  for (const path of ["/tags/%", "/tags/%ff", "/@maple/%00", "/media/%zz", "/%c3%28", "/api/v1/statuses/%", "/%"]) {
    expect([400, 404]).toContain(await statusOf(Buffer.from(path), none));
  }
  for (const [name, value] of [
    ["next-router-state-tree", "%"],
    ["next-router-state-tree", "[]"],
    ["next-router-state-tree", "%5B%22%22%2C7%5D"],
  ] as const) {
    const headers: [string, Buffer][] = [
      ["rsc", Buffer.from("1")],
      [name, Buffer.from(value)],
    ];
    expect(await statusOf(Buffer.from("/town"), headers)).toBe(400);
  }
  expect(await statusOf(Buffer.from("/tags/%E2%9D%A4?q=%"), none)).toBe(200);
});

test("an upload while signed out is refused at once, and the page receives the response", async ({ browser }) => {
  // A context of its own, whose console may say that requests were refused.
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("/");
  const answers = await page.evaluate(async () => {
    const send = async (method: string, path: string, size: number) => {
      const body = new FormData();
      body.append("file", new Blob([new Uint8Array(size)], { type: "image/png" }), "picture.png");
      const { status } = await fetch(path, { method, body, signal: AbortSignal.timeout(15_000) });
      return status;
    };
    return Promise.all([
      send("POST", "/api/v2/media", 5_000_000),
      send("POST", "/api/v1/media", 30_000_000),
      send("PATCH", "/api/v1/accounts/update_credentials", 5_000_000),
      send("POST", "/api/v1/statuses", 5_000_000),
    ]);
  });
  expect(answers).toEqual([401, 401, 401, 401]);
  await context.close();
});
