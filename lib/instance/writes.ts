import { z } from "zod";
import { driver, read, write } from "@/lib/neo4j";

const Name = z.object({ name: z.string() });
const Taken = z.object({ mine: z.boolean(), now: z.number() });

/** A lease: a right that only one process has at a time. */
export interface Lease {
  name: string;
  /** Who asks: a name that no other process has. */
  holder: string;
  /** How long it is held without being taken again, in milliseconds. */
  ms: number;
  /** For how long after its end nobody else gets it, in milliseconds. */
  spare: number;
}

/**
 * Takes or renews a lease.
 * @returns whether it is the holder's now, and what time it is by the database's clock (Unix ms)
 */
export async function takeLease({ name, holder, ms, spare }: Lease): Promise<z.infer<typeof Taken>> {
  const [taken] = await write("leases/take", { name, holder, ms, spare }, Taken);
  return taken ?? { mine: false, now: Date.now() };
}

/** Ends a lease before its time. */
export async function giveBackLease({ name, holder }: Lease): Promise<void> {
  await write("leases/release", { name, holder }, Name);
}

/** Whether the database sees to it that leases are had by one: not before its constraints are applied. */
export async function leasesAreGuarded(): Promise<boolean> {
  return (await read("leases/is_guarded", {}, Name)).length > 0;
}

/** Closes the connections to Neo4j, when the process ends. */
export async function closeDatabase(): Promise<void> {
  await driver().close();
}
