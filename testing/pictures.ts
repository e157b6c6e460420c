import sharp from "sharp";

export type TestFormat = "jpeg" | "png" | "webp" | "avif" | "gif";

/** Creates a picture of this size with random colours. */
export async function photo(width: number, height: number, format: TestFormat): Promise<Buffer> {
  const hue = Math.floor(Math.random() * 360);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 100 100"
    preserveAspectRatio="none"><rect width="100" height="100" fill="hsl(${hue + Math.random()} 70% 40%)"/>
    <circle cx="30" cy="${Math.random() * 100}" r="40" fill="hsl(${hue + 120} 80% 60%)"/>
    <path d="M0 100L50 30L100 100z" fill="hsl(${hue + 240} 60% 50%)"/></svg>`;
  return sharp(Buffer.from(svg)).resize(width, height, { fit: "fill" }).toFormat(format).toBuffer();
}

/** A picture of 60 × 40 pixels: red and green above, blue and white below, so that a rotation can be detected. */
export async function quarters(format: TestFormat): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="30" height="20" fill="#f00"/>
    <rect x="30" width="30" height="20" fill="#0f0"/><rect y="20" width="30" height="20" fill="#00f"/>
    <rect x="30" y="20" width="30" height="20" fill="#fff"/></svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().toFormat(format).toBuffer();
}

/** Squares of plain colours, one after the other: `delay` ms each, with sides of `edge` pixels. */
export async function animation(frames: string[], format: "gif" | "webp", delay: number, edge = 20): Promise<Buffer> {
  const drawn = await Promise.all(
    frames.map((background) =>
      sharp({ create: { width: edge, height: edge, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const joined = sharp(drawn, { join: { animated: true } });
  const delays = frames.map(() => delay);
  return (format === "gif" ? joined.gif({ delay: delays }) : joined.webp({ delay: delays })).toBuffer();
}
