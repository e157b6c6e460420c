import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import autocannon from "autocannon";
import type { Figure } from "@/bench/figures";
import { z } from "zod";
import { quantile } from "@/bench/figures";
import { read } from "@/lib/neo4j";

/** What this machine can do at best in this hour, to read the other figures against. */
export async function benchFloor(): Promise<Figure[]> {
  const body = JSON.stringify(Array.from({ length: 20 }, (_, id) => ({ id, text: "x".repeat(1_500) })));
  const server = createServer((_, outgoing) => outgoing.setHeader("content-type", "application/json").end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const bare = await autocannon({ url: `http://127.0.0.1:${port}`, connections: 8, duration: 3 });
  await new Promise((resolve) => server.close(resolve));
  const trips: number[] = [];
  for (let index = 0; index < 1_500; index++) {
    const started = performance.now();
    await read("instance/ping", {}, z.unknown());
    if (index >= 500) trips.push(performance.now() - started);
  }
  return [
    {
      what: "floor: bare node:http, 20 items, at 8",
      value: bare.requests.average,
      unit: "/s",
      rival: "49,000 on the reference run",
      reference: 49_000,
    },
    {
      what: "floor: one Bolt round trip, p50",
      value: quantile(trips, 0.5),
      unit: "ms",
      rival: "0.37 on the reference run",
      reference: 0.37,
    },
  ];
}
