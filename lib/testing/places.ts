import { randomInt } from "node:crypto";
import type { Coordinates } from "@/lib/nearby/schema";

/** A place of one's own on land or sea, hundreds of kilometres from where most other tests are. */
export function ownPlace(): Coordinates {
  return { latitude: randomInt(-600_000, 600_000) / 10_000, longitude: randomInt(-1_790_000, 1_790_000) / 10_000 };
}
