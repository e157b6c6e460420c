import { KINDS } from "@/lib/drawings/portraits";
import { dress } from "@/lib/drawings/portraits/dress";
import { GROUNDS } from "@/lib/drawings/portraits/grounds";
import type { PortraitKind } from "@/lib/drawings/portraits/kind";
import { VARIANTS } from "@/lib/drawings/portraits/variants";
import { hashOf } from "@/lib/seeded";

export const PORTRAIT_KINDS: readonly string[] = Object.keys(KINDS);
export const PORTRAIT_PALETTES = 10;
export const PORTRAIT_VARIANTS = VARIANTS.length;

const KEY = /^([a-z]+)-(\d)-(\d)$/;

interface Parts {
  kind: PortraitKind;
  palette: number;
  variant: number;
}

function partsOf(key: string): Parts | undefined {
  const [, name = "", palette, variant] = KEY.exec(key) ?? [];
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  return kind && { kind, palette: Number(palette), variant: Number(variant) };
}

export const isPortraitKey = (key: string): boolean => partsOf(key) !== undefined;

/** The key of a kind in a palette and a variant; numbers wrap around. */
export const portraitKey = (kind: string, palette: number, variant: number): string =>
  `${kind}-${palette % PORTRAIT_PALETTES}-${variant % PORTRAIT_VARIANTS}`;

/**
 * The picture of a key such as `fox-3-7` (kind, palette, variant) as a 64 × 64 SVG document.
 * @throws RangeError for an invalid key
 */
export function portraitSvg(key: string): string {
  const parts = partsOf(key);
  const coat = parts?.kind.coats[parts.palette % parts.kind.coats.length];
  if (!parts || !coat) throw new RangeError(`no portrait is called ${key}`);
  const ground = GROUNDS[parts.kind.grounds[parts.palette] ?? "cream"];
  const drawing = dress(parts.kind, coat, ground, VARIANTS[parts.variant] ?? "plain", parts.palette);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">${drawing}</svg>`;
}

/** The key for a seed (an id, a handle): always the same, evenly distributed. */
export function portraitFor(seed: string): string {
  const hash = hashOf(seed);
  const kind = PORTRAIT_KINDS[hash % PORTRAIT_KINDS.length] ?? "fox";
  const rest = Math.floor(hash / PORTRAIT_KINDS.length);
  return portraitKey(kind, rest, Math.floor(rest / PORTRAIT_PALETTES));
}
