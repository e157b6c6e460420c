import { toNear, type Near } from "@/app/_features/nearby/near";
import { ApiError } from "@/lib/errors";
import { cursorText } from "@/lib/http/cursor";
import { nearbyPage, ownLocation } from "@/lib/nearby/reads";
import { PRECISIONS, type Location, type Neighbour, type Precision } from "@/lib/nearby/schema";
import { familiarFollowers, relationships } from "@/lib/people/reads";

const LIMIT = 40;
const DAY = 24 * 60 * 60 * 1000;

export interface NearbyNow {
  precision: Precision;
  until: string;
  neighbours: Neighbour[];
  people: Near[];
  /** Where the second page begins. */
  next: string | null;
  /** Whether the viewer's last move is not visible yet. */
  moving: boolean;
  /** Seconds until a new account sees who is near; 0 for all others. */
  wait: number;
  day: number;
}

const NOBODY: Awaited<ReturnType<typeof nearbyPage>> & { wait: number } = { neighbours: [], next: null, wait: 0 };

/** The viewer's place and the people near it; null when they share none. */
export async function nearbyNow(viewerId: string): Promise<NearbyNow | null> {
  const shared = await orNull(Promise.all([ownLocation(viewerId), firstPage(viewerId)]));
  if (!shared) return null;
  const [location, { neighbours, next, wait }] = shared;
  const ids = neighbours.map(({ account }) => account.id);
  const [relations, familiar] = await Promise.all([relationships(viewerId, ids), familiarFollowers(viewerId, ids)]);
  return {
    precision: precisionOf(location),
    until: location.expires_at,
    neighbours,
    people: toNear(neighbours, relations, familiar),
    next: next && `/api/v1/barker/nearby?limit=${LIMIT}&cursor=${cursorText(next)}`,
    moving: Date.parse(location.shown_from) > Date.now(),
    wait,
    day: Math.floor(Date.now() / DAY),
  };
}

/** The first page; for an account that is too new, nobody and the time to wait. */
async function firstPage(viewerId: string): Promise<typeof NOBODY> {
  try {
    return { ...(await nearbyPage(viewerId, LIMIT, null)), wait: 0 };
  } catch (error) {
    if (error instanceof ApiError && error.code === "too_new") return { ...NOBODY, wait: error.retryAfter ?? 60 };
    throw error;
  }
}

/** The viewer's own stored place, or null. */
export function placeOf(viewerId: string): Promise<Location | null> {
  return orNull(ownLocation(viewerId));
}

export function precisionOf(location: Location): Precision {
  return PRECISIONS.find((precision) => precision === location.precision_km) ?? 2;
}

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && ["not_found", "not_sharing"].includes(error.code)) return null;
    throw error;
  }
}
