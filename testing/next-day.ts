import { z } from "zod";
import { sweepPictures } from "@/lib/media/sweep/writes";
import { ask } from "@/testing/graph";

/** Makes a person's unused pictures a day old and sweeps; pictures of other tests keep their age. */
export async function nextDay(ownerId: string): Promise<void> {
  await ask("MATCH (m:Unattached {ownerId: $ownerId}) SET m.until = 1", { ownerId }, z.object({}));
  await sweepPictures();
}
