import { rgbaToDataURL, thumbHashToRGBA } from "thumbhash";

/** Longest edge of a placeholder: the browser smooths it, and each one is part of the page. */
const EDGE = 8;
const made = new Map<string, string>();

/** A tiny picture (data address, some 400 letters) from a thumbhash (base64); none if it cannot be read. */
export function placeholder(thumbhash: string): string | undefined {
  const known = made.get(thumbhash);
  if (known !== undefined) return known;
  try {
    const hash = Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0));
    const address = shrunk(thumbHashToRGBA(hash));
    if (made.size > 500) made.clear();
    made.set(thumbhash, address);
    return address;
  } catch {
    return undefined;
  }
}

function shrunk({ w, h, rgba }: { w: number; h: number; rgba: Uint8Array }): string {
  const scale = Math.min(1, EDGE / Math.max(w, h));
  const [width, height] = [Math.max(1, Math.round(w * scale)), Math.max(1, Math.round(h * scale))];
  const small = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (Math.floor(((y + 0.5) * h) / height) * w + Math.floor(((x + 0.5) * w) / width)) * 4;
      small.set(rgba.subarray(from, from + 4), (y * width + x) * 4);
    }
  }
  return rgbaToDataURL(width, height, small);
}
