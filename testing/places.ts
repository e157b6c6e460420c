import { randomInt } from "node:crypto";
import type { Coordinates } from "@/lib/nearby/schema";

/** A random place on land or sea, usually hundreds of kilometres away from those of other tests. */
export function ownPlace(): Coordinates {
  return { latitude: randomInt(-600_000, 600_000) / 10_000, longitude: randomInt(-1_790_000, 1_790_000) / 10_000 };
}
