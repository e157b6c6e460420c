import sharp from "sharp";
import { encode } from "@/lib/media/encode";
import { fileName } from "@/lib/media/rules";
import { pictureKey } from "@/lib/media/secrets";
import { storage } from "@/lib/media/storage";
import { altOf, drawingSvg } from "@/local/town/pictures";

/** The properties of a stored picture in the graph. */
export interface Developed {
  kind: "picture";
  key: string;
  width: number;
  height: number;
  thumbhash: string;
  blurhash: string;
  description: string;
}

/** A drawing as a PNG file, as people would upload it. */
export const drawnPng = (key: string): Promise<Buffer> =>
  sharp(Buffer.from(drawingSvg(key)))
    .png({ compressionLevel: 1 })
    .toBuffer();

/**
 * Draws and stores pictures, and returns their properties. Idempotent; all barks with the same drawing share its
 * files.
 */
export async function develop(keys: Iterable<string>): Promise<Map<string, Developed>> {
  const developed = new Map<string, Developed>();
  for (const drawing of new Set(keys)) {
    const encoded = await encode(await drawnPng(drawing), "picture");
    if (!encoded.ok) throw new Error(`the drawing ${drawing} cannot be encoded: ${encoded.reason}`);
    const key = pictureKey("town", "picture", encoded.largest);
    await Promise.all(encoded.files.map(({ size, bytes }) => storage().put(fileName(key, size), bytes)));
    const { width, height, thumbhash, blurhash } = encoded;
    developed.set(drawing, { kind: "picture", key, width, height, thumbhash, blurhash, description: altOf(drawing) });
  }
  return developed;
}
