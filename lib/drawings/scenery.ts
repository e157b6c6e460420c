import { dusk, hills, meadow, mist, orchard } from "@/lib/drawings/scenes/country";
import { LIGHTS, type Light } from "@/lib/drawings/scenes/light";
import { rooftops, stars, woods } from "@/lib/drawings/scenes/town";
import { pond, river, sea } from "@/lib/drawings/scenes/water";
import { hashOf, seeded, type Random } from "@/lib/seeded";

const SCENES: Readonly<Record<string, (random: Random, light: Light) => string>> = {
  mist,
  hills,
  pond,
  dusk,
  orchard,
  sea,
  rooftops,
  meadow,
  river,
  woods,
  stars,
};

export const SCENERY_KINDS: readonly string[] = Object.keys(SCENES);
export const SCENERY_LIGHTS = LIGHTS.length;
export const SCENERY_VARIANTS = 10;

const KEY = /^([a-z]+)-(\d)-(\d)$/;

export function isSceneryKey(key: string): boolean {
  const [, name = ""] = KEY.exec(key) ?? [];
  return Object.hasOwn(SCENES, name);
}

/** The key of a scene in a light and a variant; numbers wrap around. */
export const sceneryKey = (scene: string, light: number, variant: number): string =>
  `${scene}-${light % SCENERY_LIGHTS}-${variant % SCENERY_VARIANTS}`;

/**
 * The landscape of a key such as `mist-0-3` (scene, light, variant) as a 1500 × 500 SVG document,
 * for the top of a profile.
 * @throws RangeError for an invalid key
 */
export function scenerySvg(key: string): string {
  const [, name = "", lightAt] = KEY.exec(key) ?? [];
  const scene = Object.hasOwn(SCENES, name) ? SCENES[name] : undefined;
  const light = LIGHTS[Number(lightAt)];
  if (!scene || !light) throw new RangeError(`no scenery is called ${key}`);
  const gradient = `<linearGradient id="s" x2="0" y2="1"><stop offset="0" stop-color="${light.sky}"/><stop offset=".75" stop-color="${light.horizon}"/></linearGradient>`;
  const sky = `<defs>${gradient}</defs><path fill="url(#s)" d="M0 0h1500v500H0z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1500 500" width="1500" height="500">${sky}${scene(seeded(hashOf(key)), light)}</svg>`;
}

/** The key for a seed (an id, a handle): always the same, evenly distributed. */
export function sceneryFor(seed: string): string {
  const hash = hashOf(`scenery ${seed}`);
  const scene = SCENERY_KINDS[hash % SCENERY_KINDS.length] ?? "mist";
  const rest = Math.floor(hash / SCENERY_KINDS.length);
  return sceneryKey(scene, rest, Math.floor(rest / SCENERY_LIGHTS));
}
