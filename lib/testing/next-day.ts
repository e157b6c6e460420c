import { z } from "zod";
import { sweepPictures } from "@/lib/media/sweep";
import { ask } from "@/lib/testing/graph";

/** Lets the day pass for somebody's loose pictures, and sweeps; those of other tests stay young. */
export async function nextDay(ownerId: string): Promise<void> {
  await ask("MATCH (m:Unattached {ownerId: $ownerId}) SET m.until = 1", { ownerId }, z.object({}));
  await sweepPictures();
}
