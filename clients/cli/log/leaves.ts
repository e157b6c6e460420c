import { fromHex, join, malformed, parse, text, uint, utf8, vector, type Bytes } from "../bytes";
import { hmac } from "../crypto";

/* The entries of the log and the commitments in it (log.md, sections 1 and 4). */

export type Leaf =
  | { kind: "config"; vrfKey: Uint8Array; origin: string; time: number }
  | { kind: "update"; index: Uint8Array; version: number; commitment: Uint8Array }
  | { kind: "map_root"; covers: number; root: Uint8Array; time: number }
  | { kind: "code"; semver: string; hash: Uint8Array };

/** @throws Malformed, also for entries of unknown kinds */
export function decodeLeaf(bytes: Uint8Array): Leaf {
  return parse(bytes, (reader): Leaf => {
    const short = () => {
      const words = reader.vector();
      return words.length <= 255 ? text(words) : malformed("a long text in the log");
    };
    switch (reader.uint(1)) {
      case 0x00:
        return { kind: "config", vrfKey: reader.bytes(32), origin: short(), time: reader.uint(8) };
      case 0x01:
        return { kind: "update", index: reader.bytes(32), version: reader.uint(4), commitment: reader.bytes(32) };
      case 0x02:
        return { kind: "map_root", covers: reader.uint(8), root: reader.bytes(32), time: reader.uint(8) };
      case 0x10:
        return { kind: "code", semver: short(), hash: reader.bytes(32) };
      default:
        return malformed("an entry of an unknown kind in the log");
    }
  });
}

export const updateLeaf = (index: Uint8Array, version: number, commitment: Uint8Array): Bytes =>
  join(uint(0x01, 1), index, uint(version, 4), commitment);

const COMMITMENT_KEY = fromHex("05a64d7ac9701f532403d99b959cf655");

export const commitment = (opening: Uint8Array, label: string, version: number, value: Uint8Array): Bytes =>
  hmac(COMMITMENT_KEY, opening, vector(utf8(label)), uint(version, 4), vector(value));
