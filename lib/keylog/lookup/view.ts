import { toBase64Url } from "@/lib/bytes/encoding";
import type { SignedHead, UpdateRow } from "@/lib/keylog/log/schema";
import type { MapProof } from "@/lib/transparency/map";
import type { LookupJson } from "@/lib/transparency/schema";

interface Proved {
  head: SignedHead;
  consistency: Uint8Array[];
  /** The inclusion of the last leaf. */
  mapRoot: Uint8Array[];
  config: { leaf: string; inclusion: Uint8Array[] } | null;
  vrfProof: Uint8Array;
  map: MapProof;
  update: UpdateRow | null;
  /** The inclusion of the update; null when the label has no value. */
  inclusion: Uint8Array[] | null;
  chain: { entry: string }[];
}

/** The answer to a lookup. */
export function toLookup({ head, consistency, mapRoot, config, ...rest }: Proved): LookupJson {
  const { vrfProof, map, update, inclusion, chain } = rest;
  return {
    checkpoint: head.note,
    consistency: consistency.map(toBase64Url),
    config: config && { leaf: config.leaf, inclusion: config.inclusion.map(toBase64Url) },
    map_root: { leaf: toBase64Url(head.leaf), inclusion: mapRoot.map(toBase64Url) },
    vrf_proof: toBase64Url(vrfProof),
    map: {
      siblings: map.siblings.map(toBase64Url),
      leaf: map.leaf && {
        index: toBase64Url(map.leaf.index),
        version: map.leaf.version,
        commitment: toBase64Url(map.leaf.commitment),
        position: map.leaf.position,
      },
    },
    value: inclusion && {
      opening: update?.opening ?? null,
      value: update?.value ?? "",
      inclusion: inclusion.map(toBase64Url),
    },
    chain: chain.map(({ entry }) => entry),
  };
}
