import sharp from "sharp";

interface Gallery {
  isKey: (key: string) => boolean;
  svg: (key: string) => string;
  /** Size of the WebP, in pixels. */
  width: number;
  height: number;
  /** How many rendered pictures are cached in memory. */
  keep: number;
}

// A key always draws the same picture. A changed drawing gets a new name.
const FOR_EVER = { "Cache-Control": "public, max-age=31536000, immutable" };
const FILE = /^([a-z]+-\d-\d)\.(webp|svg)$/;

/** Serves drawn pictures by file name, such as `fox-3-7.webp` and `fox-3-7.svg`; 404 for all others. */
export function gallery({ isKey, svg, width, height, keep }: Gallery): (file: string) => Promise<Response> {
  const rendered = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  /** The WebP of a key, rendered once however many request it at the same time. */
  function webp(key: string): Promise<Uint8Array<ArrayBuffer>> {
    const picture = rendered.get(key) ?? render(svg(key), width, height);
    rendered.delete(key);
    rendered.set(key, picture);
    picture.catch(() => rendered.delete(key));
    const [oldest] = rendered.keys();
    if (rendered.size > keep && oldest !== undefined) rendered.delete(oldest);
    return picture;
  }

  return async (file) => {
    const [, key = "", format] = FILE.exec(file) ?? [];
    if (!isKey(key)) return new Response("There is no such picture.", { status: 404 });
    if (format === "svg") return new Response(svg(key), { headers: { ...FOR_EVER, "Content-Type": "image/svg+xml" } });
    return new Response(await webp(key), { headers: { ...FOR_EVER, "Content-Type": "image/webp" } });
  };
}

/** The density makes the SVG at least as large as the WebP before it is scaled, so that edges stay sharp. */
async function render(svg: string, width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const [, drawnWidth = width] = /width="(\d+)" height/.exec(svg) ?? [];
  const density = Math.max(72, (72 * width) / Number(drawnWidth));
  const image = sharp(Buffer.from(svg), { density }).resize(width, height).webp({ quality: 90, effort: 3 });
  return new Uint8Array(await image.toBuffer());
}
