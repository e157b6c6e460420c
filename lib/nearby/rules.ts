import { centreOf, isWithinCell, kilometres, IDENTITY_TRANSFORM, type GridTransform } from "@/lib/nearby/grid";
import {
  BANDS,
  PRECISIONS,
  type Band,
  type LastSpot,
  type Coordinates,
  type Precision,
  type Sharing,
  type Spot,
} from "@/lib/nearby/schema";
import { HOUR_MS, MINUTE_MS } from "@/lib/time";

/** The outer edges of the bands in kilometres; the last is the maximum distance of "near". All precisions are edges too. */
export const EDGES = [2, 5, 10, 25, 50] as const;

/** The maximum number of moves per hour and per day. */
export const MOVES = { hourly: 4, daily: 20 } as const;
export const DELAY = 10 * MINUTE_MS;
/** Faster than any airliner, in km/h; and up to which time (ms) a jump counts as a correction by the device. */
export const MAX_SPEED_KMH = 1_000;
const JUMP = MINUTE_MS;
/** How long (ms) moves and the last cell are kept: as long as they count, whether the place is shared or not. */
export const MOVE_HISTORY_MS = 24 * HOUR_MS;
/**
 * How old (ms) an account must be to see who is near: the average time between two moves of an existing account, so that
 * creating another account is never the faster way to look from another place.
 */
export const NEW_ACCOUNT_WAIT_MS = HOUR_MS / MOVES.hourly;

/**
 * The position that a browser sends: the centre of a cell a quarter as wide as the requested precision. The exact
 * position never leaves the device, and this public grid reveals nothing about the borders of the server's secret
 * cells.
 */
export function roundForSending(place: Coordinates, precision: Precision): Coordinates {
  return centreOf(place, precision / 4, IDENTITY_TRANSFORM);
}

/** The secrets of a person's grid: its rotation, and how far beyond its border a cell still counts as theirs. */
export interface Secrets {
  turn: (precision: Precision) => GridTransform;
  /** As a share of the cell size; depends on the cell's centre. */
  margin: (precision: Precision, centre: Coordinates) => number;
}

/** A request to be shown around a place until a time. */
export interface Claim {
  place: Coordinates;
  precision: Precision;
  until: number;
}

export type SharingDecision =
  | { ok: true; spots: Spot[]; moves: number[]; mine: Spot }
  | { ok: false; reason: "too_fast" }
  | { ok: false; reason: "too_many"; retryAfter: number };

/** False for load tests: no limits, and moves are visible at once. */
interface Conditions {
  now: number;
  /** A random number from 0 to 1: how long a move stays invisible. */
  chance: number;
  limits: boolean;
}

/**
 * Decides a claim: which places are stored, or why it is rejected. Staying in one's cell only renews it. A move becomes
 * visible after a random delay; until then the old place applies, also for the mover. The first place within a day is
 * visible at once.
 */
export function decide(
  before: Sharing | null,
  claim: Claim,
  secrets: Secrets,
  circumstances: Conditions,
): SharingDecision {
  const { now, limits } = circumstances;
  const spots = (before?.spots ?? []).filter(({ until }) => until > now);
  const moves = (before?.moves ?? []).filter((at) => at > now - MOVE_HISTORY_MS);
  const shared = spots.at(-1);
  // A person who hides and shows themselves again either stayed in their last place or has moved.
  const last = shared ?? (before?.last && before.last.at > now - MOVE_HISTORY_MS ? before.last : null);
  if (last && isStill(last, claim, secrets)) {
    const mine: Spot = { ...last, from: shared?.from ?? now, until: claim.until, at: now };
    return { ok: true, spots: [...spots.slice(0, -1), mine], moves, mine };
  }
  const centre = newCell(last, claim, secrets);
  if (limits && last && isTooFast(last, { ...centre, precision: claim.precision }, now)) {
    return { ok: false, reason: "too_fast" };
  }
  const retryAfter = before && limits ? waitFor(moves, now) : 0;
  if (retryAfter > 0) return { ok: false, reason: "too_many", retryAfter };
  const shown = spots.find(({ from }) => from <= now);
  const from = last && limits ? now + Math.floor(circumstances.chance * DELAY) : now;
  const mine: Spot = { ...centre, precision: claim.precision, from, until: claim.until, at: now };
  // Replaces a move that is not visible yet.
  const held = shown && from > now ? [{ ...shown, until: from }] : [];
  return { ok: true, spots: [...held, mine], moves: before ? [...moves, now] : moves, mine };
}

/**
 * The centre of a person's cell of a size. A coarser cell is derived from the centre of the next finer one (`from` km),
 * never from the place itself: knowing several sizes of one place reveals no more than the finest.
 */
export function cellOf(
  place: Coordinates,
  precision: Precision,
  { turn }: Pick<Secrets, "turn">,
  from = 0,
): Coordinates {
  const sizes = PRECISIONS.filter((size) => size > from && size <= precision);
  return sizes.reduce((middle, size) => centreOf(middle, size, turn(size)), place);
}

/** The cell of a claim. When only the size grew, it is derived from the previous cell, not from the claimed place. */
function newCell(last: LastSpot | null, { place, precision }: Claim, secrets: Secrets): Coordinates {
  const finer = last && last.precision < precision && isIn(last, place, secrets);
  return finer ? cellOf(last, precision, secrets, last.precision) : cellOf(place, precision, secrets);
}

/** Whether a claim lies in the stored cell, or so little outside that receiver noise may be the reason. */
function isStill(last: LastSpot, { place, precision }: Claim, secrets: Secrets): boolean {
  return last.precision === precision && isIn(last, place, secrets);
}

function isIn({ precision, latitude, longitude }: LastSpot, place: Coordinates, secrets: Secrets): boolean {
  const centre = { latitude, longitude };
  const own = cellOf(place, precision, secrets);
  if (own.latitude === latitude && own.longitude === longitude) return true;
  return isWithinCell(place, centre, precision, secrets.turn(precision), secrets.margin(precision, centre));
}

/** Whether even the nearest points of two cells are too far apart for the time between the claims. */
function isTooFast(last: LastSpot, next: Coordinates & { precision: Precision }, now: number): boolean {
  const least = kilometres(last, next) - ((last.precision + next.precision) * Math.SQRT2) / 2;
  return least > (MAX_SPEED_KMH * Math.max(JUMP, now - last.at)) / HOUR_MS;
}

/** Seconds until the next move is allowed; 0 when it is allowed now. */
function waitFor(moves: number[], now: number): number {
  const until = (count: number, span: number) => {
    const within = moves.filter((at) => at > now - span).toSorted((a, b) => b - a);
    const oldest = within[count - 1];
    return oldest === undefined ? 0 : Math.ceil((oldest + span - now) / 1_000);
  };
  return Math.max(until(MOVES.hourly, HOUR_MS), until(MOVES.daily, MOVE_HISTORY_MS));
}

/** The place at which a person is visible, and from which they see others, now. */
export function shownSpot(spots: Spot[], now: number): Spot | null {
  return spots.find(({ from, until }) => from <= now && until > now) ?? null;
}

/**
 * The inner and outer edge of a band (km). The coarser precision of the two people is the finest distance shown: all
 * that is nearer becomes one band.
 */
export function bandSpan(band: number, coarsest: number): { band: Band; from_km: number; to_km: number } {
  const to = EDGES[band] ?? 50;
  const from = to <= coarsest ? 0 : (EDGES[band - 1] ?? 0);
  return { band: BANDS[band] ?? "25_50", from_km: from, to_km: to };
}

/** The modulus of the order inside bands: a person's rank is (shuffleKey × stride + start) mod ORDER. */
export const ORDER = 2_147_483_647;

/** Half of the Earth's circumference in kilometres, the largest possible distance. */
const ANTIPODE = 20_038;

/**
 * The next search radius when `found` of `wanted` people are inside the present one (km): large enough for slightly more
 * people than wanted at the same density. Null when there are enough, or the whole Earth was searched.
 */
export function nextRadius(radius: number, found: number, wanted: number): number | null {
  if (found >= wanted || radius >= ANTIPODE) return null;
  const growth = found === 0 ? 5 : Math.sqrt((1.5 * wanted) / found);
  return Math.min(ANTIPODE, radius * Math.min(5, Math.max(1.4, growth)));
}
