import { nearby } from "@/app/_words/nearby";
import { PRECISIONS, type Precision } from "@/lib/nearby/schema";

/**
 * The square in which a person is shown whose device has this accuracy (metres, as browsers report it): the one they
 * chose, or the next one that is not smaller than the accuracy. Null when none is large enough.
 */
export function fitting(chosen: Precision, accuracy: number): Precision | null {
  return PRECISIONS.find((size) => size >= chosen && accuracy <= size * 1_000) ?? null;
}

/** Why a place with such a low accuracy is not shared. */
export function tooRough(accuracy: number): string {
  const km = Math.round(accuracy / 1_000);
  return nearby.tooRough(km);
}

/** The message when somebody is shown in a larger square than they chose; null when it is the one they chose. */
export function widened(chosen: Precision, shown: number): string | null {
  return shown > chosen ? nearby.rough(shown) : null;
}
