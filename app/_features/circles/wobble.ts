/** A pseudo-random number from 0 to 1, the same for the same text. */
export function die(words: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}

/** The deviation of a ring, as a share of its radius. */
const WOBBLE = 0.015;
const POINTS = 60;

/** The path of a ring that looks drawn by hand. */
export function wobblyRing(x: number, y: number, radius: number, words: string): string {
  const waves = [2, 3, 5].map((times) => ({ times, turn: die(`${words} ${times}`) * 2 * Math.PI }));
  const points = Array.from({ length: POINTS }, (_, index) => {
    const angle = (index / POINTS) * 2 * Math.PI;
    const swing = waves.reduce((sum, { times, turn }) => sum + Math.sin(times * angle + turn), 0) / waves.length;
    const reach = radius * (1 + WOBBLE * swing);
    return `${(x + reach * Math.cos(angle)).toFixed(1)} ${(y + reach * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}
