import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { placeholder } from "@/app/_features/pictures/placeholder";
import { encode } from "@/lib/media/encode";
import { quarters } from "@/testing/pictures";

describe("a placeholder", () => {
  it("is a small picture with the same colours in the same places", async () => {
    const encoded = await encode(await quarters("png"), "picture");
    const address = placeholder(encoded.ok ? encoded.thumbhash : "");
    expect(address.length).toBeLessThan(500);
    const { data, info } = await sharp(Buffer.from(address.slice(address.indexOf(",") + 1), "base64"))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3).subarray(0, 3)];
    const [red = 0, , blue = 0] = at(0, 0);
    expect(red).toBeGreaterThan(blue);
    const [, green = 0, less = 0] = at(info.width - 1, 0);
    expect(green).toBeGreaterThan(less);
    expect([info.width, info.height]).toEqual([8, 6]);
  });

  it("is empty for an invalid thumbhash, and never throws", () => {
    expect([placeholder(""), placeholder("!"), placeholder("AA==")]).toEqual(["", "", ""]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(placeholder(Buffer.from(bytes).toString("base64"))).toMatch(/^$|^data:image\/png;base64,/);
      }),
    );
  });
});
