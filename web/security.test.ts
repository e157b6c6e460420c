import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listen } from "@/testing/listen";
import { protectPage, secure } from "@/web/security";

beforeAll(() => {
  // Enough of an environment for the address to be read.
  const stores = { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "none", REDIS_URL: "redis://127.0.0.1:1" };
  const secrets = { BARKER_SECRET: "sixteen characters", NEXTAUTH_SECRET: "sixteen characters" };
  const all = { ...stores, ...secrets, BARKER_ORIGIN: "https://town.example" };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
});

const server = createServer((incoming, outgoing) => {
  secure(incoming, outgoing);
  protectPage(incoming, outgoing);
  outgoing.end();
});
const address = listen(server).then((port) => `http://127.0.0.1:${port}`);
afterAll(() => server.close());

const headersOf = async (path: string) => (await fetch((await address) + path)).headers;

describe("the headers of a response over https", () => {
  it.each(["/oauth/authorize?client_id=x&scope=read", "/sign-in?next=%2Foauth%2Fauthorize", "/sign-in/", "/join"])(
    "leave the window %s connected to the app that opened it",
    async (path) => {
      expect((await headersOf(path)).get("cross-origin-opener-policy")).toBe("unsafe-none");
    },
  );

  it.each(["/", "/home", "/settings/password", "/oauth/authorize/more", "/@join", "/home?next=/sign-in"])(
    "separate the window %s from the page that opened it",
    async (path) => {
      expect((await headersOf(path)).get("cross-origin-opener-policy")).toBe("same-origin");
    },
  );

  it.each([
    "/portraits/fox-3-7.webp",
    "/scenery/hill-1-2.svg",
    "/emoji/17/en/data.json",
    "/icons/icon-512.png",
    "/favicon.ico",
  ])("let pages of other sites read the file %s", async (path) => {
    const headers = await headersOf(path);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });

  it.each(["/home", "/@portraits/1", "/settings?back=/portraits/x"])(
    "do not let pages of other sites read the page %s",
    async (path) => {
      expect((await headersOf(path)).get("access-control-allow-origin")).toBeNull();
    },
  );

  it("let only the worker of encrypted messages compile WebAssembly", async () => {
    const policyOf = async (path: string) => (await headersOf(path)).get("content-security-policy");
    expect(await policyOf("/messages.js")).toContain("'wasm-unsafe-eval'");
    for (const path of ["/messages", "/sw.js", "/home?next=/messages.js"])
      expect(await policyOf(path)).not.toContain("eval");
  });
});
