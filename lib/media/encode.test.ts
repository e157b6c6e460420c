import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { encode, type Encoded } from "@/lib/media/encode";
import { animation, photo, quarters } from "@/testing/pictures";

/** The encoded picture; fails the test when encoding fails. */
async function encoded(sent: Uint8Array, kind: "picture" | "avatar" | "header" = "picture"): Promise<Encoded> {
  const result = await encode(sent, kind);
  if (!result.ok) throw new Error(`not a picture: ${result.reason}`);
  return result;
}

const reason = async (sent: Uint8Array) => {
  const result = await encode(sent, "picture");
  return result.ok ? "ok" : result.reason;
};

/** The colour at the centre of each quadrant, as "red green blue", row by row. */
async function colours(bytes: Uint8Array): Promise<string[]> {
  const { data } = await sharp(bytes)
    .removeAlpha()
    .resize(2, 2, { kernel: "nearest", fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [0, 3, 6, 9].map((at) => [...data.subarray(at, at + 3)].map((part) => (part > 127 ? 1 : 0)).join(""));
}

describe("a picture that is encoded", () => {
  it("is encoded as WebP in three sizes, never enlarged", async () => {
    const { files, width, height } = await encoded(await photo(3000, 2000, "jpeg"));
    const sizes = await Promise.all(
      files.map(async ({ size, bytes }) => {
        const known = await sharp(bytes).metadata();
        return [size, known.format, known.width, known.height];
      }),
    );
    expect(sizes).toEqual([
      ["large", "webp", 2048, 1365],
      ["medium", "webp", 1080, 720],
      ["small", "webp", 480, 320],
    ]);
    expect([width, height]).toEqual([2048, 1365]);
  });

  it.each(["jpeg", "png", "webp", "avif", "gif"] as const)("is accepted as %s", async (format) => {
    const { width, height, thumbhash, blurhash } = await encoded(await photo(60, 40, format));
    expect([width, height]).toEqual([60, 40]);
    expect(Buffer.from(thumbhash, "base64").length).toBeGreaterThan(4);
    expect(blurhash).toMatch(/^[\w#$%*+,\-.:;=?@[\]^{|}~]{28}$/);
  });

  it("is rotated upright according to its EXIF orientation", async () => {
    const upright = await encoded(await quarters("png"));
    const turned = await sharp(await quarters("png"))
      .rotate(90)
      .jpeg({ quality: 100 })
      .withMetadata({ orientation: 8 })
      .toBuffer();
    const { width, height, files } = await encoded(turned);
    expect([width, height]).toEqual([upright.width, upright.height]);
    expect(await colours(files[0]?.bytes ?? new Uint8Array())).toEqual(["100", "010", "001", "111"]);
  });

  it("has no location, camera, profile or comments in its metadata", async () => {
    const sent = await sharp(await photo(80, 60, "jpeg"))
      .withExif({
        IFD0: { Make: "Pocketcam", Copyright: "Otter" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1", GPSLongitudeRef: "W", GPSLongitude: "0/1 7/1 0/1" },
      })
      .withIccProfile("p3")
      .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><secret/></x:xmpmeta>")
      .jpeg()
      .toBuffer();
    expect(sent.includes("Pocketcam")).toBe(true);
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    for (const { bytes } of (await encoded(sent)).files) {
      const { exif, icc, xmp, iptc } = await sharp(bytes).metadata();
      expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
      for (const word of ["Pocketcam", "Otter", "EXIF", "XMP ", "secret"]) {
        expect(Buffer.from(bytes).includes(word)).toBe(false);
      }
    }
  });

  it("keeps transparency, and supports greyscale, 16 bits and CMYK", async () => {
    const clear = await sharp({ create: { width: 30, height: 30, channels: 4, background: "#0000" } })
      .png()
      .toBuffer();
    expect((await sharp((await encoded(clear)).largest).metadata()).hasAlpha).toBe(true);
    const grey = await sharp(await photo(40, 30, "png"))
      .greyscale()
      .toColourspace("b-w")
      .png()
      .toBuffer();
    const deep = await sharp(await photo(40, 30, "png"))
      .toColourspace("rgb16")
      .png()
      .toBuffer();
    const print = await sharp(await photo(40, 30, "png"))
      .toColourspace("cmyk")
      .jpeg()
      .toBuffer();
    for (const sent of [grey, deep, print]) expect((await encoded(sent)).width).toBe(40);
  });

  it.each(["gif", "webp"] as const)(
    "is the first frame of an animation in %s, and the animation as well",
    async (format) => {
      const moving = await animation(["#f00", "#00f", "#0f0"], format, 100);
      const { files, height, moving: isMoving } = await encoded(moving);
      expect([height, isMoving]).toEqual([20, true]);
      expect(files.map(({ size }) => size)).toEqual(["large", "medium", "small", "moving"]);
      expect((await colours(files[0]?.bytes ?? moving))[0]).toBe("100");
      const known = await sharp(files[3]?.bytes, { animated: true }).metadata();
      expect([known.format, known.pages, known.delay, known.loop]).toEqual(["webp", 3, [100, 100, 100], 0]);
    },
  );

  it("is scaled down as an animation, and stands still as a portrait", async () => {
    const moving = await animation(["#f00", "#00f"], "gif", 100, 1600);
    const { files } = await encoded(moving);
    const known = await sharp(files[3]?.bytes, { animated: true }).metadata();
    expect([known.width, known.pageHeight]).toEqual([720, 720]);
    expect((await encoded(moving, "avatar")).files.map(({ size }) => size)).toEqual(["avatar"]);
  });

  it("is cropped for a portrait and for a header", async () => {
    const portrait = await encoded(await photo(900, 300, "jpeg"), "avatar");
    expect([portrait.width, portrait.height, portrait.files.length]).toEqual([400, 400, 1]);
    const header = await encoded(await photo(300, 900, "jpeg"), "header");
    expect([header.width, header.height, header.files.length]).toEqual([1500, 500, 1]);
  });

  it("may be a line of one pixel", async () => {
    expect(await encoded(await photo(5000, 1, "png"))).toMatchObject({ width: 2048, height: 1 });
  });
});

describe("a file that is no picture, or too large", () => {
  it("is not decoded as an animation that is too long, or whose frames have too many pixels together", async () => {
    expect(await reason(await animation(["#f00", "#00f"], "gif", 40_000))).toBe("length");
    const noise = Buffer.from(Array.from({ length: 2 * 2 * 3 * 601 }, () => Math.floor(Math.random() * 256)));
    const raw = { width: 2, height: 2 * 601, channels: 3, pageHeight: 2 } as const;
    expect(await reason(await sharp(noise, { raw }).webp({ lossless: true, delay: 20 }).toBuffer())).toBe("length");
    // Eleven small frames in a file whose header claims a canvas of four megapixels.
    const shades = Array.from({ length: 11 }, (_, i) => `rgb(${i * 20} 0 0)`);
    const bomb = await animation(shades, "gif", 20);
    bomb.writeUInt16LE(2_000, 6);
    bomb.writeUInt16LE(2_000, 8);
    expect(await reason(bomb)).toBe("length");
  });

  it.each([
    ["MP4", "\0\0\0\x18ftypmp42\0\0\0\0mp42isom"],
    ["QuickTime", "\0\0\0\x14ftypqt  \0\0\0\0qt  "],
    ["WebM", "\x1aE\xdf\xa3\x9fB\x86"],
    ["Ogg", "OggS\0\x02"],
    ["WAVE", "RIFF\x24\0\0\0WAVEfmt "],
    ["MP3", "ID3\x04\0\0"],
  ])("is told apart from a picture when it is %s", async (_, bytes) => {
    expect(await reason(Buffer.from(bytes, "latin1"))).toBe("film");
  });

  it("is recognised by its bytes: SVG, HTML, TIFF, HEIF and empty files are rejected", async () => {
    const svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>";
    expect(await reason(Buffer.from(svg))).toBe("format");
    expect(await reason(Buffer.from("<!doctype html><img src=x onerror=alert(1)>"))).toBe("format");
    expect(
      await reason(
        await sharp(await photo(9, 9, "png"))
          .tiff()
          .toBuffer(),
      ),
    ).toBe("format");
    expect(await reason(Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"))).toBe("format");
    expect(await reason(new Uint8Array())).toBe("format");
  });

  it("is not decoded above 40 megapixels, however small the file is", async () => {
    // A picture of one pixel whose header claims 400 million, with a valid checksum.
    const bomb = await sharp({ create: { width: 1, height: 1, channels: 3, background: "#000" } })
      .png()
      .toBuffer();
    bomb.writeUInt32BE(20_000, 16);
    bomb.writeUInt32BE(20_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    expect(await reason(bomb)).toBe("pixels");
  });

  it("is damaged when a part of it is missing or changed", async () => {
    for (const format of ["jpeg", "png", "webp", "avif"] as const) {
      const whole = await photo(300, 200, format);
      expect(await reason(whole.subarray(0, Math.floor(whole.length / 2)))).toBe("broken");
    }
    expect(
      await reason(Buffer.concat([Buffer.from("\xff\xd8\xff", "latin1"), Buffer.from("<script>alert(1)</script>")])),
    ).toBe("broken");
  });

  it("loses data that was appended to a picture", async () => {
    const polyglot = Buffer.concat([await photo(30, 20, "gif"), Buffer.from("<script>alert(1)</script>PK\x03\x04")]);
    const { files } = await encoded(polyglot);
    for (const { bytes } of files) expect(Buffer.from(bytes).includes("script")).toBe(false);
  });
});

it("is not supported, rather than damaged, when it is an animated AVIF without a still picture", async () => {
  const still = Buffer.from(await photo(60, 40, "avif"));
  const length = still.readUInt32BE(0);
  const moving = Buffer.concat([still.subarray(0, length), Buffer.alloc(200)]);
  moving.write("avis", 8, "latin1");
  expect(await reason(moving)).toBe("animation");
  expect(await reason(Buffer.concat([still.subarray(0, length), Buffer.alloc(200)]))).toBe("broken");
});
