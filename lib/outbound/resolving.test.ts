import { createSocket, type Socket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { afterAll, describe, expect, it } from "vitest";
import { lookupPublic, resolvePublic } from "@/lib/outbound/addresses";

const servers: Socket[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** A name server on this machine that knows these IPv4 addresses for every name; it is silent without any. */
async function nameServer(addresses: string[] | null): Promise<() => Resolver> {
  const server = createSocket("udp4");
  servers.push(server);
  server.on("message", (question, { port, address }) => {
    if (addresses) server.send(answerTo(question, addresses), port, address);
  });
  await new Promise<void>((resolve) => server.bind(0, "127.0.0.1", resolve));
  return () => {
    const resolver = new Resolver({ timeout: 300, tries: 5 });
    resolver.setServers([`127.0.0.1:${server.address().port}`]);
    return resolver;
  };
}

/** The answer of a name server (RFC 1035, 4.1) to a question, which is repeated in it. */
function answerTo(question: Buffer, addresses: string[]): Buffer {
  const asked = question.subarray(12, question.indexOf(0, 12) + 5);
  const found = asked.readUInt16BE(asked.length - 4) === 1 ? addresses : [];
  const head = Buffer.alloc(12);
  question.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x81_80, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(found.length, 6);
  const records = found.map((address) =>
    Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split(".").map(Number)]),
  );
  return Buffer.concat([head, asked, ...records]);
}

describe("a name of another site", () => {
  it("is resolved to its public addresses", async () => {
    const resolving = await nameServer(["8.8.8.8", "1.1.1.1"]);
    const found = await resolvePublic("millpond.test", resolving);
    expect(found.map(({ address }) => address).toSorted()).toEqual(["1.1.1.1", "8.8.8.8"]);
    expect(found[0]?.family).toBe(4);
  });

  it.each([[["10.0.0.1"]], [["127.0.0.1"]], [["169.254.169.254"]], [["8.8.8.8", "192.168.0.1"]]])(
    "is refused when it resolves to %j",
    async (addresses) => {
      await expect(resolvePublic("millpond.test", await nameServer(addresses))).rejects.toThrow("not public");
    },
  );

  it("is refused when there are no addresses", async () => {
    await expect(resolvePublic("millpond.test", await nameServer([]))).rejects.toThrow("no address");
  });

  it("is given up after a time when its name server is silent", async () => {
    const started = performance.now();
    await expect(resolvePublic("millpond.test", await nameServer(null), 200)).rejects.toThrow("no address");
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("is refused to sockets when it is this machine", async () => {
    const error = await new Promise((resolve) => lookupPublic("localhost", {}, resolve));
    expect(String(error)).toMatch(/not public|no address/);
  });
});
