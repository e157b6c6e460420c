import { z } from "zod";
import type { Status } from "@/lib/barks/schema";
import { degrees } from "@/lib/circles/reads";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import type { Page } from "@/lib/http/page";
import { idFloor } from "@/lib/ids";
import { read, IdRow } from "@/lib/neo4j";
import { bandSpan, EDGES, NEW_ACCOUNT_WAIT_MS, nextRadius, ORDER, shownSpot } from "@/lib/nearby/rules";
import {
  Sharing,
  type NearbyCursor,
  type Location,
  type Neighbour,
  type Coordinates,
  type Spot,
} from "@/lib/nearby/schema";
import { orderOf } from "@/lib/nearby/secrets";
import { toLocation, toStored, type Stored } from "@/lib/nearby/view";
import { accountsById } from "@/lib/people/reads";
import { DAY_MS } from "@/lib/time";
import { barksPage } from "@/lib/timelines/reads";

const Found = z.object({ id: z.string(), band: z.number(), rank: z.number(), coarsest: z.number() });
type Found = z.infer<typeof Found>;

const START = { band: -1, rank: 0, id: "" };
/** The maximum number of people whose barks are read, and the maximum age (ms) of these. */
const CROWD = 400;
const RECENT = 7 * DAY_MS;

/** A person's stored sharing state, or null when they have shared nothing recently. */
export async function sharingOf(personId: string): Promise<Sharing | null> {
  return (await read("nearby/sharing", { personId }, Sharing))[0] ?? null;
}

/**
 * Everything that is stored about a person's place: the places they share (two while a move waits to become visible),
 * the last cell, which is kept for a day, and the times of their moves.
 */
export async function storedPlaces(personId: string): Promise<Stored> {
  const sharing = await sharingOf(personId);
  const shared = (sharing?.spots ?? []).filter(({ until }) => until > Date.now()).map(toLocation);
  return toStored(shared, sharing);
}

/**
 * The viewer's own stored place; the newest one, even if it is not visible yet.
 * @throws ApiError not_found when they share none
 */
export async function ownLocation(viewerId: string): Promise<Location> {
  const place = (await storedPlaces(viewerId)).shared.at(-1);
  if (!place) throw new ApiError("not_found");
  return place;
}

/**
 * People near the viewer, by bands; inside a band the order is random per viewer and day, so that it reveals nothing.
 * @returns `next`: where the next page begins, or null at the end of the list
 * @throws ApiError not_sharing, too_new
 */
export async function nearbyPage(
  viewerId: string,
  limit: number,
  after: NearbyCursor | null,
): Promise<{ neighbours: Neighbour[]; next: NearbyCursor | null }> {
  const spot = await ownSpot(viewerId);
  if (!spot) return { neighbours: [], next: null };
  // A list that was begun yesterday continues in yesterday's order.
  const today = Math.floor(Date.now() / DAY_MS);
  const day = after && after.day >= today - 1 && after.day <= today ? after.day : today;
  const found = await neighboursOf(viewerId, spot, { limit: limit + 1, day, after: after ?? START });
  const shown = found.slice(0, limit);
  const ids = shown.map(({ id }) => id);
  const [byId, steps] = await Promise.all([accountsById(viewerId, ids, "offered"), degrees(viewerId, ids)]);
  const neighbours = shown.flatMap(({ id, band, coarsest }): Neighbour[] => {
    const account = byId.get(id);
    return account ? [{ account, ...bandSpan(band, coarsest), degree: steps.get(id) ?? null }] : [];
  });
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { neighbours, next: last ? { day, band: last.band, rank: last.rank, id: last.id } : null };
}

/**
 * Recent public barks of people near the viewer, newest first, with the rules of the public timeline.
 * @throws ApiError not_sharing, too_new
 */
export async function nearbyStatuses(viewerId: string, page: Page): Promise<Status[]> {
  const spot = await ownSpot(viewerId);
  if (!spot) return [];
  const day = Math.floor(Date.now() / DAY_MS);
  const crowd = await neighboursOf(viewerId, spot, { limit: CROWD, day, after: START });
  const authors = crowd.map(({ id }) => id);
  const oldest = idFloor(Date.now() - RECENT);
  return barksPage(viewerId, page, "public", async ({ max, min, ascending, limit }) => {
    if (authors.length === 0) return [];
    const query = ascending ? "nearby/bark_ids_oldest" : "nearby/bark_ids";
    const rows = await read(query, { authors, max, min: min > oldest ? min : oldest, limit }, IdRow);
    const ids = rows.map(({ id }) => id);
    return ascending ? ids.toReversed() : ids;
  });
}

/**
 * Exactly the `count` people shown nearest to a place, nearest first: all people inside a radius are read, and the radius
 * grows until there are enough. Contains distances (m), so it must not leave the server.
 */
export async function nearest(place: Coordinates, count: number): Promise<{ id: string; metres: number }[]> {
  for (let radius = 2; ;) {
    const rows = await around({ place, precision: 0, radius, last: 0, edges: [], viewerId: "", limit: count });
    const wider = nextRadius(radius, rows.length, count);
    if (wider === null) return rows.map(({ id, rank }) => ({ id, metres: rank }));
    radius = wider;
  }
}

/** Like `nearest`, but by whole bands: a band is used once the radius covers all of it. */
async function neighboursOf(
  viewerId: string,
  { precision, ...place }: Spot,
  { limit, day, after }: { limit: number; day: number; after: Omit<NearbyCursor, "day"> },
): Promise<Found[]> {
  const order = orderOf(viewerId, day);
  for (let last = Math.max(after.band, 0); ;) {
    const radius = EDGES[last] ?? 50;
    const rows = await around({ place, precision, radius, last, edges: [...EDGES], viewerId, limit, order, after });
    const wider = nextRadius(radius, rows.length, limit);
    if (wider === null || last === EDGES.length - 1) return rows;
    const reached = EDGES.findIndex((edge) => edge >= wider);
    last = reached === -1 ? EDGES.length - 1 : reached;
  }
}

interface Around {
  place: Coordinates;
  precision: number;
  /** Kilometres, like the edges of bands. */
  radius: number;
  edges: number[];
  /** The last band that lies inside the radius. */
  last: number;
  viewerId: string;
  limit: number;
  order?: { stride: number; start: number };
  after?: Omit<NearbyCursor, "day">;
}

function around({ place, precision, radius, edges, last, viewerId, limit, order, after = START }: Around) {
  const metres = (km: number) => km * 1_000;
  return read(
    "nearby/around",
    {
      ...after,
      latitude: place.latitude,
      longitude: place.longitude,
      precision,
      radius: metres(radius),
      edges: edges.slice(0, -1).map(metres),
      last,
      stride: order?.stride ?? null,
      start: order?.start ?? 0,
      modulus: ORDER,
      viewerId,
      now: Date.now(),
      limit,
    },
    Found,
  );
}

/**
 * The place from which the viewer looks; null while their only place is not visible yet.
 * @throws ApiError not_sharing; too_new for an account that was just created
 */
async function ownSpot(viewerId: string): Promise<Spot | null> {
  const now = Date.now();
  const sharing = await sharingOf(viewerId);
  const spots = (sharing?.spots ?? []).filter(({ until }) => until > now);
  if (!sharing || spots.length === 0) throw new ApiError("not_sharing");
  const wait = env().BARKER_RATE_LIMITS === "on" ? sharing.joinedAt + NEW_ACCOUNT_WAIT_MS - now : 0;
  if (wait > 0) throw new ApiError("too_new", { retryAfter: Math.ceil(wait / 1_000) });
  return shownSpot(spots, now);
}
