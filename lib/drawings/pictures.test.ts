import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import { GET as getPortrait } from "@/app/portraits/[key]/route";
import { GET as getScenery } from "@/app/scenery/[key]/route";
import { gallery } from "@/lib/drawings/pictures";

const portrait = (key: string) => getPortrait(new Request("http://localhost/"), { params: Promise.resolve({ key }) });
const scenery = (key: string) => getScenery(new Request("http://localhost/"), { params: Promise.resolve({ key }) });

describe("picture addresses", () => {
  it.each([
    ["portrait", portrait, "fox-3-7", 192, 192],
    ["scenery", scenery, "mist-3-7", 1200, 400],
  ])("serve a %s as WebP that may be cached for ever", async (_name, get, key, width, height) => {
    const response = await get(`${key}.webp`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/webp");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width, height });
    expect(bytes.length).toBeLessThan(40_000);
  });

  it("serve the drawing itself as SVG", async () => {
    const response = await portrait("owl-0-0.svg");
    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    expect(await response.text()).toMatch(/^<svg .*<\/svg>$/s);
  });

  it.each(["fox-3-7", "fox-3-7.png", "yeti-1-1.webp", "fox-10-1.webp", "constructor-1-1.svg", "../fox-1-1.svg", ""])(
    "answer 404 for %j",
    async (key) => {
      expect((await portrait(key)).status).toBe(404);
      expect((await scenery(key)).status).toBe(404);
    },
  );
});

describe("gallery", () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>';
  const fresh = (keep: number) => {
    const svg = vi.fn((_key: string) => drawing);
    return { svg, get: gallery({ isKey: () => true, svg, width: 8, height: 8, keep }) };
  };

  it("draws a picture once for concurrent and later requests", async () => {
    const { svg, get } = fresh(4);
    await Promise.all(Array.from({ length: 10 }, () => get("a-1-1.webp")));
    await get("a-1-1.webp");
    expect(svg).toHaveBeenCalledTimes(1);
  });

  it("evicts the least recently used picture", async () => {
    const { svg, get } = fresh(2);
    for (const key of ["a", "b", "a", "c", "a", "b"]) await get(`${key}-1-1.webp`);
    expect(svg.mock.calls.map(([key]) => key[0])).toEqual(["a", "b", "c", "b"]);
  });
});
