import { rgbaToThumbHash } from "thumbhash";
import { messages } from "@/app/_words/messages";

/** The maximum length of the longer edge, and that of the picture from which the placeholder is computed, in pixels. */
const EDGE = 2_048;
const SMALL = 100;
const QUALITY = 0.85;

/** A picture as it is sent in messages: encoded anew, so that nothing of the file but its pixels is left. */
export interface CleanPicture {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  width: number;
  height: number;
  /** Base64. */
  thumbhash: string;
}

/**
 * Encodes a picture anew without its metadata: no place, no device, no time.
 * @returns a sentence when this browser cannot read it
 */
export async function reencode(file: Blob): Promise<CleanPicture | string> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return messages.pictureUnreadable;
  try {
    const large = drawn(picture, EDGE);
    const blob = await encoded(large);
    if (!blob) return messages.pictureTooLarge;
    return {
      bytes: new Uint8Array(await blob.arrayBuffer()),
      mediaType: blob.type,
      width: large.width,
      height: large.height,
      thumbhash: thumbhashOf(drawn(picture, SMALL)),
    };
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, edge: number): HTMLCanvasElement {
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** As WebP; browsers that cannot write it (Safari) return PNG, and JPEG is smaller. */
async function encoded(canvas: HTMLCanvasElement): Promise<Blob | null> {
  const as = (type: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
  const webp = await as("image/webp");
  return webp?.type === "image/webp" ? webp : as("image/jpeg");
}

function thumbhashOf(canvas: HTMLCanvasElement): string {
  const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
  if (!pixels) return "";
  return btoa(String.fromCharCode(...rgbaToThumbHash(canvas.width, canvas.height, pixels.data)));
}
