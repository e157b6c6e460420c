import { rgbaToDataURL, thumbHashToRGBA } from "thumbhash";

/** The longest edge of a placeholder: small, because it is part of the page; the browser smooths it. */
const EDGE = 8;
/** How many are cached; about four are on screen. */
const KEPT = 500;
const made = new Map<string, string>();

/** The placeholder of a thumbhash (base64) as a data URL of about 400 characters; "" if it is invalid. */
export function placeholder(thumbhash: string): string {
  const known = made.get(thumbhash);
  if (known !== undefined) return known;
  const address = drawn(thumbhash);
  if (made.size >= KEPT) made.clear();
  made.set(thumbhash, address);
  return address;
}

/** Removes the placeholder once its picture is loaded: it would show through transparent parts. */
export const fading = {
  ref: (image: HTMLImageElement | null) => {
    if (image?.complete && image.naturalWidth > 0) clear(image);
  },
  onLoad: ({ currentTarget }: { currentTarget: HTMLImageElement }) => clear(currentTarget),
};

function clear(image: HTMLImageElement): void {
  image.style.backgroundImage = "none";
}

function drawn(thumbhash: string): string {
  try {
    const hash = Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0));
    return hash.length < 5 ? "" : shrunk(thumbHashToRGBA(hash));
  } catch {
    return "";
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
