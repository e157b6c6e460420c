import { z } from "zod";
import { driver, read, write } from "@/lib/neo4j";

const Name = z.object({ name: z.string() });
const Taken = z.object({ mine: z.boolean(), now: z.number() });

/** A lease: the right of one process to do something for a limited time. */
export interface Lease {
  name: string;
  /** A name that no other process has. */
  holder: string;
  /** How long (ms) it lasts without being renewed. */
  ms: number;
  /** How long (ms) after its end nobody else gets it. */
  spare: number;
}

/**
 * Takes or renews a lease.
 * @returns whether the holder has it now, and the time of the database's clock (Unix ms)
 */
export async function takeLease({ name, holder, ms, spare }: Lease): Promise<z.infer<typeof Taken>> {
  const [taken] = await write("leases/take", { name, holder, ms, spare }, Taken);
  return taken ?? { mine: false, now: Date.now() };
}

/** Releases a lease early. */
export async function releaseLease({ name, holder }: Lease): Promise<void> {
  await write("leases/release", { name, holder }, Name);
}

/** Whether the database guarantees that a lease has one holder: only once its constraints are applied. */
export async function hasLeaseConstraint(): Promise<boolean> {
  return (await read("leases/is_guarded", {}, Name)).length > 0;
}

/** Closes the connections to Neo4j, when the process ends. */
export async function closeDatabase(): Promise<void> {
  await driver().close();
}
