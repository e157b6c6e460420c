import sharp from "sharp";
import { encode } from "@/lib/media/encode";
import { fileName } from "@/lib/media/rules";
import { pictureKey } from "@/lib/media/secrets";
import { storage } from "@/lib/media/storage";
import { altOf, drawingSvg } from "@/local/town/pictures";

/** What the graph notes of a picture whose files are kept. */
export interface Developed {
  kind: "picture";
  key: string;
  width: number;
  height: number;
  thumbhash: string;
  blurhash: string;
  description: string;
}

/** A drawing as a file that people could send. */
export const drawnPng = (key: string): Promise<Buffer> =>
  sharp(Buffer.from(drawingSvg(key)))
    .png({ compressionLevel: 1 })
    .toBuffer();

/**
 * Draws pictures, keeps their files, and says what there is to note of them. Doing it again keeps the same files: the
 * many who show a drawing share them.
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
