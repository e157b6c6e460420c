import fc from "fast-check";
import neo4j from "neo4j-driver";
import { expect, it } from "vitest";
import { fromStored, StoredNode, toStored } from "@/local/backup/values";

const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const float = fc.double();
const bytes = fc.uint8Array().map((value) => new Int8Array(value));
const point = fc
  .tuple(
    fc.constantFrom(7203n, 4326n),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  .map(([srid, x, y]) => new neo4j.types.Point(srid, x + 0, y + 0));
const scalar = fc.oneof(fc.string({ unit: "grapheme" }), fc.boolean(), integer, float, point);
const properties = fc.dictionary(
  fc.string({ minLength: 1 }).filter((name) => name !== "__proto__"),
  fc.oneof(scalar, bytes, fc.array(integer), fc.array(float), fc.array(fc.string()), fc.array(point)),
);

it("properties of every kind return from a line of JSON as they were, integers as integers and floats as floats", () => {
  fc.assert(
    fc.property(properties, (given) => {
      const line = JSON.stringify({ id: 1, labels: [], properties: toStored(given) });
      expect(fromStored(StoredNode.parse(JSON.parse(line)).properties)).toEqual(given);
    }),
  );
});

it("a value of a kind that backups do not know is refused, with its name", () => {
  expect(() => toStored({ born: new neo4j.types.Date(2026n, 1n, 1n) })).toThrow("the property born has a value");
});
