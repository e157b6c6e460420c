import { createServer, type RequestListener, type Server } from "node:http";
import type { LookupFunction } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { fetchOutside } from "@/lib/outbound/fetch";
import { beginVisit, OutboundError, type Opening } from "@/lib/outbound/request";
import { listen } from "@/testing/listen";

const HTML = { types: ["text/html"], cut: true };
const servers: Server[] = [];
const asked: string[] = [];

/** A site on this machine, which counts what is asked of it. */
async function site(pages: Record<string, RequestListener>): Promise<number> {
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    const page = pages[request.url ?? ""] ?? pages["*"];
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  servers.push(server);
  return listen(server);
}

const text =
  (body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(200, { "content-type": "text/html", ...headers }).end(body);
const redirect =
  (to: string): RequestListener =>
  (_, response) =>
    response.writeHead(302, { location: to }).end();

const answer =
  (address: string): LookupFunction =>
  (_, options, done) =>
    options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4);
/** Lets the test reach one port of this machine, whatever the name. */
const open = (port: number): Opening => ({
  lookup: answer("127.0.0.1"),
  permits: (address, to) => address === "127.0.0.1" && to === port,
});

/** What comes of an address: its text, or why it was not fetched. */
async function outcome(address: string, opening?: Opening, wanted = HTML, ms = 3_000): Promise<string> {
  try {
    const { bytes } = await fetchOutside(address, wanted, beginVisit("https://barker.test", opening, ms));
    return bytes.toString();
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return error.reason;
  }
}

afterEach(() => void asked.splice(0));
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

describe("addresses inside are never asked", () => {
  it("however they are written", async () => {
    const port = await site({ "*": text("secret") });
    for (const host of [
      "127.0.0.1",
      "2130706433",
      "0x7f.1",
      "0177.0.0.1",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "localhost",
    ]) {
      expect(await outcome(`http://${host}:${port}/`)).toBe("refused");
      expect(await outcome(`http://${host}/`)).toBe("refused");
    }
    for (const address of [
      "http://169.254.169.254/latest/meta-data/",
      "http://[fd00:ec2::254]/",
      "http://metadata.google.internal/",
      "https://user:secret@barker.town/",
      "https://barker.town:8443/",
      "http://barker.town:22/",
      "file:///etc/passwd",
      "ftp://barker.town/",
      "gopher://barker.town/",
      "data:text/html,x",
      "not an address",
      `https://barker.town/${"x".repeat(3_000)}`,
    ]) {
      expect(await outcome(address), address).toBe("refused");
    }
    expect(asked).toEqual([]);
  });

  it("by a redirect", async () => {
    const hosts = ["10.0.0.1", "169.254.169.254", "2130706433:1", "[::ffff:10.0.0.1]"];
    const port = await site(Object.fromEntries(hosts.map((host) => [`/${host}`, redirect(`http://${host}/`)])));
    for (const host of hosts) expect(await outcome(`http://a.test:${port}/${host}`, open(port)), host).toBe("refused");
    expect(asked.length).toBe(hosts.length + 1);
  });

  it("when a name resolves to something else after it was checked", async () => {
    const port = await site({ "*": text("secret") });
    // The name was checked as public, but the connection is to this machine: nothing is sent.
    const rebinding: Opening = { lookup: answer("127.0.0.1"), permits: (address) => address === "93.184.215.14" };
    expect(await outcome(`http://rebind.test:${port}/`, rebinding)).toBe("refused");
    expect(asked).toEqual([]);
  });
});

describe("what a site answers", () => {
  it("is read through at most three redirects, each with the rules for robots of its site", async () => {
    const port = await site({
      "/": redirect("/one"),
      "/one": redirect("http://b.test:PORT/two"),
      "/two": redirect("/three"),
      "/three": text("there"),
      "/endless": redirect("/endless"),
    });
    servers.at(-1)?.prependListener("request", (_, response) => {
      const writeHead = response.writeHead.bind(response);
      response.writeHead = ((status: number, headers: Record<string, string>) =>
        writeHead(status, {
          ...headers,
          ...(headers?.["location"] && { location: headers["location"].replace("PORT", String(port)) }),
        })) as typeof response.writeHead;
    });
    expect(await outcome(`http://a.test:${port}/`, open(port))).toBe("there");
    expect(asked).toContain(`b.test:${port} /robots.txt`);
    expect(await outcome(`http://a.test:${port}/endless`, open(port))).toBe("redirects");
  });

  it("is asked for without cookies, a referrer or a body, and by name", async () => {
    const seen: object[] = [];
    const port = await site({
      "/x": (request, response) => (seen.push(request.headers), text("x")(request, response)),
    });
    await outcome(`http://a.test:${port}/x`, open(port));
    expect(seen).toEqual([
      {
        accept: "text/html",
        "accept-encoding": "gzip, br",
        "user-agent": expect.stringMatching(/^Barker\/[\d.]+ \(link card; \+https:\/\/barker.test\)$/) as string,
        host: `a.test:${port}`,
        connection: "close",
      },
    ]);
  });

  it("is not fetched where its rules for robots forbid it, or cannot be read", async () => {
    const rules = "User-agent: *\nDisallow: /no\n\nUser-agent: barker\nDisallow: /own\nAllow: /own/but\n";
    const port = await site({ "/robots.txt": text(rules, { "content-type": "text/plain" }), "*": text("x") });
    expect(await outcome(`http://r.test:${port}/no`, open(port))).toBe("x");
    expect(await outcome(`http://r.test:${port}/own`, open(port))).toBe("robots");
    expect(await outcome(`http://r.test:${port}/own/but`, open(port))).toBe("x");
    const broken = await site({ "/robots.txt": (_, response) => response.writeHead(503).end(), "*": text("x") });
    expect(await outcome(`http://r.test:${broken}/`, open(broken))).toBe("robots");
    expect(asked.filter((line) => line.endsWith("/robots.txt")).length).toBe(2);
  });

  it("is asked for by one visit at a time, also when several addresses redirect to it", async () => {
    let [now, most] = [0, 0];
    const port = await site({
      "/there": (_, response) => {
        most = Math.max(most, ++now);
        setTimeout(() => (now--, response.writeHead(200, { "content-type": "text/html" }).end("x")), 20);
      },
      "*": (_, response) => response.writeHead(302, { location: `http://there.test:${port}/there` }).end(),
    });
    const from = ["a", "b", "c", "d"].map((name) => outcome(`http://${name}.test:${port}/`, open(port)));
    expect(await Promise.all(from)).toEqual(["x", "x", "x", "x"]);
    expect(most).toBe(1);
  });

  it("must be of the wanted type", async () => {
    const port = await site({ "/svg": text("<svg/>", { "content-type": "image/svg+xml" }), "/none": text("") });
    expect(await outcome(`http://a.test:${port}/svg`, open(port))).toBe("type");
    const pictures = { types: ["image/jpeg", "image/png"], cut: false };
    expect(await outcome(`http://a.test:${port}/svg`, open(port), pictures)).toBe("type");
    expect(await outcome(`http://a.test:${port}/missing`, open(port))).toBe("missing");
  });
});

describe("a hostile answer", () => {
  it("that never ends is cut off, or refused where it is needed whole", async () => {
    const port = await site({
      "*": (_, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        const timer = setInterval(() => response.write("x".repeat(200_000)), 1);
        response.on("close", () => clearInterval(timer));
      },
    });
    expect((await outcome(`http://a.test:${port}/`, open(port))).length).toBeLessThanOrEqual(1024 * 1024);
    expect(await outcome(`http://a.test:${port}/`, open(port), { types: ["text/html"], cut: false })).toBe("size");
  });

  it("that is small but unpacks to a gigabyte is cut off", async () => {
    const packed = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const headers = { "content-type": "text/html", "content-encoding": "gzip" };
    const port = await site({ "/z": (_, response) => response.writeHead(200, headers).end(packed) });
    expect((await outcome(`http://a.test:${port}/z`, open(port))).length).toBe(1024 * 1024);
    expect(await outcome(`http://a.test:${port}/z`, open(port), { types: ["text/html"], cut: false })).toBe("size");
  });

  it.each([
    ["never answers", () => undefined],
    [
      "sends a byte now and then",
      (_, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        const timer = setInterval(() => response.write("x"), 50);
        response.on("close", () => clearInterval(timer));
      },
    ],
  ] satisfies [string, RequestListener][])("that %s ends with the time of the visit", async (_, page) => {
    const port = await site({ "/slow": page });
    const started = performance.now();
    expect(await outcome(`http://a.test:${port}/slow`, open(port), HTML, 400)).toBe("unreachable");
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it("with headers that never end is refused", async () => {
    const port = await site({
      "/h": (_, response) => response.writeHead(200, { "content-type": "text/html", x: "y".repeat(200_000) }).end("x"),
    });
    expect(await outcome(`http://a.test:${port}/h`, open(port))).toBe("unreachable");
  });
});
