import { cards } from "@/app/_words/cards";
import { FILE_LIMIT, FORMATS, PIXEL_LIMIT } from "@/lib/media/rules";
import { failures } from "@/app/_words/failures";

/** The maximum length of the longer edge: the server keeps no larger picture. */
const EDGE = 2_048;
const QUALITY = 0.9;

/**
 * A picture that can be sent: unchanged, reduced when it has too many bytes or pixels, or as a JPEG when only this browser
 * can read its format. The number of pixels is not known from the size in bytes.
 * @returns a sentence when it cannot be read
 */
export async function shrink(file: File): Promise<File | string> {
  const known = FORMATS.some((format) => format === file.type);
  if (/^(video|audio)\//.test(file.type)) return cards.film;
  if (!known && !file.type.startsWith("image/")) return failures.pictureUnknown;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return known && file.size <= FILE_LIMIT ? file : failures.pictureUnknown;
  const { width, height } = picture;
  if (known && file.size <= FILE_LIMIT && width * height <= PIXEL_LIMIT) {
    picture.close();
    return file;
  }
  const scale = Math.min(1, EDGE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d");
  if (!context) return failures.pictureUnknown;
  context.fillStyle = "white"; // JPEG has no transparency; transparent parts would become black.
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  return small ? new File([small], "picture.jpg", { type: "image/jpeg" }) : failures.pictureUnknown;
}
