import neo4j from "neo4j-driver";
import { z } from "zod";

/**
 * Values of properties as a backup stores them: strings, booleans and whole numbers as in JSON; what JSON cannot tell
 * apart or hold is an object with one key. A float is never stored as a number, so that 5.0 does not become an integer.
 */
type StoredScalar =
  | string
  | boolean
  | number
  | { integer: string }
  | { float: string }
  | { bytes: string }
  | { point: [srid: number, ...coordinates: number[]] };

const StoredScalar: z.ZodType<StoredScalar> = z.union([
  z.string(),
  z.boolean(),
  z.int(),
  z.strictObject({ integer: z.string().regex(/^-?\d+$/) }),
  z.strictObject({ float: z.string() }),
  z.strictObject({ bytes: z.base64() }),
  z.strictObject({ point: z.tuple([z.int(), z.number(), z.number()]).rest(z.number()) }),
]);
const StoredProperties = z.record(z.string(), z.union([StoredScalar, z.array(StoredScalar)]));
export type StoredProperties = z.infer<typeof StoredProperties>;

/** A node of the graph in a backup. `id` holds only inside the backup. */
export const StoredNode = z.object({ id: z.int(), labels: z.array(z.string()), properties: StoredProperties });
export type StoredNode = z.infer<typeof StoredNode>;

/** A relationship of the graph in a backup, from and to the `id` of a node. */
export const StoredRelationship = z.object({
  from: z.int(),
  type: z.string(),
  to: z.int(),
  properties: StoredProperties,
});
export type StoredRelationship = z.infer<typeof StoredRelationship>;

/**
 * Converts properties, as a driver with `useBigInt` returns them.
 * @throws Error when one has a kind of value that backups do not know, since it must not get lost unnoticed
 */
export function toStored(properties: Record<string, unknown>): StoredProperties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((item) => scalarOf(name, item)) : scalarOf(name, value),
    ]),
  );
}

/** Converts properties back to what a driver with `useBigInt` takes as parameters. */
export function fromStored(properties: StoredProperties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(valueOf) : valueOf(value),
    ]),
  );
}

function scalarOf(name: string, value: unknown): StoredScalar {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : { integer: String(value) };
  }
  // As text, because JSON knows neither NaN nor infinity, nor minus zero.
  if (typeof value === "number") return { float: Object.is(value, -0) ? "-0" : String(value) };
  if (ArrayBuffer.isView(value))
    return { bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64") };
  if (neo4j.isPoint(value)) {
    const { srid, x, y, z: height } = value;
    return { point: [Number(srid), x, y, ...(height === undefined ? [] : [height])] };
  }
  throw new Error(`the property ${name} has a value that backups do not know`);
}

function valueOf(value: StoredScalar): unknown {
  if (typeof value === "number") return BigInt(value);
  if (typeof value !== "object") return value;
  if ("integer" in value) return BigInt(value.integer);
  if ("float" in value) return Number(value.float);
  if ("bytes" in value) return new Int8Array(Buffer.from(value.bytes, "base64"));
  const [srid, x = 0, y = 0, height] = value.point;
  return new neo4j.types.Point(BigInt(srid), x, y, height);
}
