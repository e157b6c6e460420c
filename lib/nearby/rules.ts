import { centreOf, isHeld, kilometres, IDENTITY_TRANSFORM, type GridTransform } from "@/lib/nearby/grid";
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

/** How far away people are still near, in kilometres: the end of each band. Precisions are ends, too. */
export const EDGES = [2, 5, 10, 25, 50] as const;

/** How often a place may change, and how long a change stays unseen at most (ms). */
export const MOVES = { hourly: 4, daily: 20 } as const;
export const DELAY = 10 * MINUTE_MS;
/** Faster than any airliner, in km/h; and for how short a time (ms) a jump is taken for a correction of the device. */
export const FASTEST = 1_000;
const JUMP = MINUTE_MS;
/** How long it is kept when somebody moved, and from where (ms): as long as it counts, whether they share a place or not. */
export const MEMORY = 24 * HOUR_MS;
/**
 * How old an account is before it sees who is near (ms): as long as four moves an hour take one that is there already.
 * So another account is never the faster way to look from another place.
 */
export const NEWCOMER = HOUR_MS / MOVES.hourly;

/**
 * What a browser sends instead of the position it was given: the middle of a cell a quarter as wide as the one that is
 * asked for. So the exact position never leaves the device, and the server's own cells, whose borders nobody knows, are
 * not told apart by the ones everybody can compute.
 */
export function roundForSending(place: Coordinates, precision: Precision): Coordinates {
  return centreOf(place, precision / 4, IDENTITY_TRANSFORM);
}

/** What only the server knows of somebody's grid: how it is turned, and how far beyond a cell it still holds them. */
export interface Secrets {
  turn: (precision: Precision) => GridTransform;
  /** As a share of the cell, for each cell by its centre. */
  margin: (precision: Precision, centre: Coordinates) => number;
}

/** What somebody asks for: to be shown around a place until a time. */
export interface Claim {
  place: Coordinates;
  precision: Precision;
  until: number;
}

export type SharingDecision =
  | { ok: true; spots: Spot[]; moves: number[]; mine: Spot }
  | { ok: false; reason: "too_fast" }
  | { ok: false; reason: "too_many"; retryAfter: number };

/** Off for load tests: no limits, and moves are seen at once. */
interface Circumstances {
  now: number;
  /** 0 to 1, random: how long a move stays unseen. */
  chance: number;
  limits: boolean;
}

/**
 * What becomes of a claim: which places are stored then, or why none. Staying in one's cell only renews it. A move is
 * seen after a random while; until then the old place holds, also for the mover. The first place is seen at once, where
 * there was none in the last day.
 */
export function decide(
  before: Sharing | null,
  claim: Claim,
  secrets: Secrets,
  circumstances: Circumstances,
): SharingDecision {
  const { now, limits } = circumstances;
  const spots = (before?.spots ?? []).filter(({ until }) => until > now);
  const moves = (before?.moves ?? []).filter((at) => at > now - MEMORY);
  const shared = spots.at(-1);
  // Whoever hides and shows themselves again is where they were last, or has moved.
  const last = shared ?? (before?.last && before.last.at > now - MEMORY ? before.last : null);
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
  // A move that nobody has seen yet is replaced.
  const held = shown && from > now ? [{ ...shown, until: from }] : [];
  return { ok: true, spots: [...held, mine], moves: before ? [...moves, now] : moves, mine };
}

/**
 * The middle of somebody's cell of a size. A coarser cell is found from the middle of the next finer one (`from` km),
 * never from the place itself: whoever gets to know several sizes of one place knows no more than the finest tells.
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

/** The cell of a claim. Where only the size grew, it is found from the cell before, not from the place in it. */
function newCell(last: LastSpot | null, { place, precision }: Claim, secrets: Secrets): Coordinates {
  const finer = last && last.precision < precision && isIn(last, place, secrets);
  return finer ? cellOf(last, precision, secrets, last.precision) : cellOf(place, precision, secrets);
}

/** Whether a claim lies in the cell that is stored, or so little outside that a receiver's noise may be the reason. */
function isStill(last: LastSpot, { place, precision }: Claim, secrets: Secrets): boolean {
  return last.precision === precision && isIn(last, place, secrets);
}

function isIn({ precision, latitude, longitude }: LastSpot, place: Coordinates, secrets: Secrets): boolean {
  const centre = { latitude, longitude };
  const own = cellOf(place, precision, secrets);
  if (own.latitude === latitude && own.longitude === longitude) return true;
  return isHeld(place, centre, precision, secrets.turn(precision), secrets.margin(precision, centre));
}

/** Whether even the nearest points of two cells are too far apart for the time between. */
function isTooFast(last: LastSpot, next: Coordinates & { precision: Precision }, now: number): boolean {
  const least = kilometres(last, next) - ((last.precision + next.precision) * Math.SQRT2) / 2;
  return least > (FASTEST * Math.max(JUMP, now - last.at)) / HOUR_MS;
}

/** Seconds until one more move is allowed; 0 for now. */
function waitFor(moves: number[], now: number): number {
  const until = (count: number, span: number) => {
    const within = moves.filter((at) => at > now - span).toSorted((a, b) => b - a);
    const oldest = within[count - 1];
    return oldest === undefined ? 0 : Math.ceil((oldest + span - now) / 1_000);
  };
  return Math.max(until(MOVES.hourly, HOUR_MS), until(MOVES.daily, MEMORY));
}

/** The place from which somebody is seen, and sees others, now. */
export function shownSpot(spots: Spot[], now: number): Spot | null {
  return spots.find(({ from, until }) => from <= now && until > now) ?? null;
}

/**
 * Where a band begins and ends (km). Of two people the coarser precision decides how fine it may be: what is nearer
 * than that is one band.
 */
export function bandSpan(band: number, coarsest: number): { band: Band; from_km: number; to_km: number } {
  const to = EDGES[band] ?? 50;
  const from = to <= coarsest ? 0 : (EDGES[band - 1] ?? 0);
  return { band: BANDS[band] ?? "25_50", from_km: from, to_km: to };
}

/** The order inside bands: a person of `shuffleKey` has the rank (shuffleKey × stride + start) mod ORDER. */
export const ORDER = 2_147_483_647;

/** Half of the way around the Earth, in kilometres: nobody is further away. */
const ANTIPODE = 20_038;

/**
 * How far to look next when `found` of `wanted` people were inside a radius (km): as far as should hold a few more than
 * are wanted if people live as densely there. Null when enough were found, or there is nowhere further to look.
 */
export function nextRadius(radius: number, found: number, wanted: number): number | null {
  if (found >= wanted || radius >= ANTIPODE) return null;
  const growth = found === 0 ? 5 : Math.sqrt((1.5 * wanted) / found);
  return Math.min(ANTIPODE, radius * Math.min(5, Math.max(1.4, growth)));
}
