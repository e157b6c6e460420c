import { z } from "zod";
import { read, writeInPause } from "@/lib/neo4j/run";

const Left = z.object({ left: z.number() });
const Paused = z.object({ mine: z.boolean() });
const Name = z.object({ name: z.string() });

/** The lease whose holder may write alone: a backup, which then does not. */
const NAME = "pause";

/** How long (ms) writing is still paused, by the clock of the database; 0 when it is not. */
export async function pauseLeft(): Promise<number> {
  return (await read("leases/left", { name: NAME }, Left))[0]?.left ?? 0;
}

/**
 * Pauses the writing of all processes: each notices within a second. It ends by itself, in case the holder is killed.
 * @param ms how long it lasts at most
 * @returns whether the pause is the holder's; false while another backup has one
 */
export async function pauseWrites(holder: string, ms: number): Promise<boolean> {
  const [row] = await writeInPause("leases/take", { name: NAME, holder, ms, spare: 0 }, Paused);
  return row?.mine ?? false;
}

/** Ends the pause of this holder. */
export async function resumeWrites(holder: string): Promise<void> {
  await writeInPause("leases/release", { name: NAME, holder }, Name);
}
