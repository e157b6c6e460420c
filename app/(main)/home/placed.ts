import { cookies } from "next/headers";
import { HOME_COOKIE, homeDevice } from "@/app/_client/home-device";
import type { SharedPlace } from "@/app/_features/feed/feed";
import type { Status } from "@/lib/barks/schema";
import { justAbove } from "@/lib/ids";
import type { Marker } from "@/lib/markers/schema";
import { homePage } from "@/lib/timelines/reads";

/**
 * Where Home begins, when another device of the reader moved the marker last: at what was read there last. Null when this
 * device did, or was scrolled since, and when nothing is newer.
 */
export async function placedByMarker(
  readerId: string,
  marker: Marker | undefined,
  newest: Status[],
  limit: number,
): Promise<SharedPlace | null> {
  if (!marker || (newest[0]?.id ?? "") <= marker.last_read_id) return null;
  const at = Date.parse(marker.updated_at);
  const { told, placeAt } = homeDevice((await cookies()).get(HOME_COOKIE)?.value, readerId);
  if (told === marker.last_read_id || placeAt >= at) return null;
  const { statuses } = await homePage(readerId, { limit, maxId: justAbove(marker.last_read_id) });
  return statuses.length === 0 ? null : { marker: marker.last_read_id, at, statuses };
}
