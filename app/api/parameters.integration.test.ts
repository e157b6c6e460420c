import { afterAll, beforeAll, describe, expect, it } from "vitest";
import sharp from "sharp";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { freshHandle, makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

const Id = z.object({ id: z.string() });
const Ids = z.array(Id).transform((all) => all.map(({ id }) => id));

let token: string;
const [oak, elm, fir] = [`a${freshHandle()}`, `b${freshHandle()}`, `c${freshHandle()}`] as const;
const barks: Record<string, string> = {};

/** Barks, and remembers their ids by name. */
async function bark(name: string, status: string, more: object = {}): Promise<void> {
  barks[name] = Id.parse((await call("POST", "/api/v1/statuses", { token, json: { status, ...more } })).json).id;
}

beforeAll(async () => {
  ({ token } = await makeToken((await makePerson()).id));
  const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(picture)], { type: "image/png" }), "teal.png");
  const { id } = Id.parse((await call("POST", "/api/v2/media", { token, body: form })).json);
  await bark("oak", `#${oak}`);
  await bark("oakElm", `#${oak} #${elm}`);
  await bark("elm", `#${elm}`);
  await bark("all", `#${oak} #${elm} #${fir}`, { media_ids: [id] });
  await bark("unlisted", `#${oak}`, { visibility: "unlisted" });
});

const list = async (path: string) => {
  const { status, json } = await call("GET", path, { token });
  expect(status).toBe(200);
  const names = new Map(Object.entries(barks).map(([name, id]) => [id, name]));
  return Ids.parse(json).map((id) => names.get(id) ?? "other");
};

describe("a list of a topic", () => {
  it.each([
    ["", ["all", "oakElm", "oak"]],
    [`any[]=${elm}`, ["all", "elm", "oakElm", "oak"]],
    [`any[]=${fir}&any[]=${elm}`, ["all", "elm", "oakElm", "oak"]],
    [`all[]=${elm}`, ["all", "oakElm"]],
    [`all[]=%23${elm.toUpperCase()}&all[]=${fir}`, ["all"]],
    [`none[]=${elm}`, ["oak"]],
    [`any[]=${elm}&none[]=${fir}`, ["elm", "oakElm", "oak"]],
    [`all[]=${elm}&none[]=${fir}`, ["oakElm"]],
    ["only_media=true", ["all"]],
    ["local=true", ["all", "oakElm", "oak"]],
    ["remote=true", []],
    ["limit=1", ["all"]],
    [`any=${elm}`, ["all", "elm", "oakElm", "oak"]],
  ])("with ?%s has the barks %j", async (query, expected) => {
    expect(await list(`/api/v1/timelines/tag/${oak}?${query}`)).toEqual(expected);
  });

  it("is bounded from both sides together with its topics", async () => {
    const path = `/api/v1/timelines/tag/${oak}?any[]=${elm}`;
    expect(await list(`${path}&max_id=${barks["elm"]}`)).toEqual(["oakElm", "oak"]);
    expect(await list(`${path}&since_id=${barks["elm"]}`)).toEqual(["all"]);
    expect(await list(`${path}&min_id=${barks["oak"]}&limit=1`)).toEqual(["oakElm"]);
  });
});

describe("the public timeline", () => {
  it("with only_media has barks with pictures, and no others", async () => {
    const path = `/api/v1/timelines/public?since_id=${barks["oak"]}&limit=40`;
    const known = (names: string[]) => names.filter((name) => name !== "other");
    expect(known(await list(path))).toEqual(["all", "elm", "oakElm"]);
    expect(known(await list(`${path}&only_media=true`))).toEqual(["all"]);
    expect(await list(`${path}&remote=true`)).toEqual([]);
  });
});
