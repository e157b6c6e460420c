import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import autocannon from "autocannon";
import type { Figure } from "@/bench/figures";
import { z } from "zod";
import { inBatches } from "@/bench/plant";
import { alone } from "@/bench/rivals/rounds";
import { read } from "@/lib/neo4j";

const TIMES = 1_000;

/** Measures floors: the best that this machine can do now, by which the other figures are normalised. */
export async function benchFloor(): Promise<Figure[]> {
  const body = JSON.stringify(Array.from({ length: 20 }, (_, id) => ({ id, text: "x".repeat(1_500) })));
  const server = createServer((_, outgoing) => outgoing.setHeader("content-type", "application/json").end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const bare = await autocannon({ url: `http://127.0.0.1:${port}`, connections: 8, duration: 3 });
  await new Promise((resolve) => server.close(resolve));
  const trip = await alone(TIMES, () => read("instance/ping", {}, z.unknown()));
  const commit = await alone(TIMES, (turn) =>
    inBatches("UNWIND $rows AS row MERGE (f:Floor {id: 1}) SET f.turn = row RETURN count(*) AS count", [turn]),
  );
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
      value: trip.p50,
      unit: "ms",
      rival: "0.37 on the reference run",
      reference: 0.37,
    },
    { what: "floor: one commit of one property, p50; a bark is one", value: commit.p50, unit: "ms" },
  ];
}
