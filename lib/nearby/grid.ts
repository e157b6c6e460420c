import type { Coordinates } from "@/lib/nearby/schema";

/** Kilometres per degree of a great circle, on the sphere that Neo4j uses (radius 6,378.14 km). */
export const KM_PER_DEGREE = (Math.PI * 6_378.14) / 180;
const RAD = Math.PI / 180;

/** A rotation of the globe, applied before the grid: a unit quaternion. */
export type GridTransform = readonly [w: number, x: number, y: number, z: number];
/** No rotation. */
export const IDENTITY_TRANSFORM: GridTransform = [1, 0, 0, 0];

/**
 * A rotation from three numbers from 0 to 1; uniform over all rotations if these are uniform.
 * @see K. Shoemake, "Uniform random rotations", Graphics Gems III (1992)
 */
export function transformOf([a, b, c]: readonly [number, number, number]): GridTransform {
  const [short, long] = [Math.sqrt(1 - a), Math.sqrt(a)];
  const [first, second] = [2 * Math.PI * b, 2 * Math.PI * c];
  return [long * Math.cos(second), short * Math.sin(first), short * Math.cos(first), long * Math.sin(second)];
}

/** The centre of the cell that contains a place. */
export function centreOf(place: Coordinates, size: number, turn: GridTransform): Coordinates {
  const there = turned(place, turn);
  const { row, height, width } = cellSize(there, size);
  const column = Math.floor((there.longitude + 180) / width);
  const middle = { latitude: (row + 0.5) * height - 90, longitude: (column + 0.5) * width - 180 };
  return tidy(turned(middle, [turn[0], -turn[1], -turn[2], -turn[3]]));
}

/**
 * Whether a place lies in the cell around `centre`, or outside it by at most `margin` (as a share of the cell). Also
 * false when `centre` is not the centre of a cell.
 */
export function isWithinCell(
  place: Coordinates,
  centre: Coordinates,
  size: number,
  turn: GridTransform,
  margin: number,
): boolean {
  const [there, middle] = [turned(place, turn), turned(centre, turn)];
  const { row, height, width } = cellSize(middle, size);
  const own = centreOf(centre, size, turn);
  if (own.latitude !== centre.latitude || own.longitude !== centre.longitude) return false;
  const north = Math.abs(there.latitude - ((row + 0.5) * height - 90));
  const east = Math.abs(wrap(there.longitude - middle.longitude));
  return north <= (0.5 + margin) * height && east <= (0.5 + margin) * width;
}

/**
 * The row of the cell that contains a place on the rotated globe, and the cell's height and width in degrees. Rows are
 * `size` km high, with as many cells as fit around the Earth without becoming narrower than that in their middle. Next
 * to the grid's own poles a row has three sectors of at least the same area, so that no cell reveals more than another.
 */
function cellSize({ latitude }: Coordinates, size: number): { row: number; height: number; width: number } {
  const rows = Math.floor((180 * KM_PER_DEGREE) / size);
  const height = 180 / rows;
  const row = Math.min(rows - 1, Math.floor((latitude + 90) / height));
  const around = 360 * KM_PER_DEGREE * Math.cos(((row + 0.5) * height - 90) * RAD);
  return { row, height, width: 360 / Math.floor(around / size) };
}

/** Rotates a place. */
function turned({ latitude, longitude }: Coordinates, [w, x, y, z]: GridTransform): Coordinates {
  const level = Math.cos(latitude * RAD);
  // Longitudes 180 and -180 must give exactly the same numbers, also on the border of a cell.
  const angle = wrap(longitude) * RAD;
  const [px, py, pz] = [level * Math.cos(angle), level * Math.sin(angle), Math.sin(latitude * RAD)];
  const [tx, ty, tz] = [2 * (y * pz - z * py), 2 * (z * px - x * pz), 2 * (x * py - y * px)];
  const east = px + w * tx + y * tz - z * ty;
  const along = py + w * ty + z * tx - x * tz;
  const up = pz + w * tz + x * ty - y * tx;
  return {
    latitude: Math.atan2(up, Math.hypot(east, along)) / RAD,
    longitude: wrap(Math.atan2(along, east) / RAD),
  };
}

/** Rounds to five decimals, about a metre, so that floating-point noise does not split one cell into two. */
function tidy({ latitude, longitude }: Coordinates): Coordinates {
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5 + 0;
  return findable({ latitude: round(latitude), longitude: wrap(round(longitude)) });
}

/** Moves a place a metre away from the poles and the antimeridian: Neo4j's point index does not find exact hits there. */
export function findable({ latitude, longitude }: Coordinates): Coordinates {
  const within = (degrees: number, most: number) => Math.max(-most, Math.min(most, degrees));
  return { latitude: within(latitude, 89.99999), longitude: within(longitude, 179.99999) };
}

/** Normalises a longitude to [-180, 180), so that 180 and -180 are the same. */
export function wrap(longitude: number): number {
  return longitude - 360 * Math.floor((longitude + 180) / 360);
}

/** The great-circle distance in kilometres, as Neo4j's `point.distance` measures it (haversine). */
export function kilometres(a: Coordinates, b: Coordinates): number {
  const half = (from: number, to: number) => Math.sin(((to - from) * RAD) / 2) ** 2;
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(a.latitude * RAD) * Math.cos(b.latitude * RAD) * half(a.longitude, b.longitude);
  return (2 * KM_PER_DEGREE * Math.asin(Math.min(1, Math.sqrt(h)))) / RAD;
}
