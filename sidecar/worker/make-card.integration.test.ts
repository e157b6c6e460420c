import { createServer, type IncomingHttpHeaders } from "node:http";
import type { LookupFunction } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { readStatus, barkViews } from "@/lib/barks/reads";
import { queueCard } from "@/lib/cards/cache";
import { readCard } from "@/lib/cards/reads";
import { deleteUnusedCards } from "@/lib/cards/writes";
import { env } from "@/lib/env";
import { editBark } from "@/lib/history/writes";
import { readFile } from "@/lib/media/reads";
import type { Opening } from "@/lib/outbound/request";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { DAY_MS } from "@/lib/time";
import { bark, reading, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";
import { makeCard } from "@/sidecar/worker/make-card";
import { call } from "@/testing/api";
import { listen } from "@/testing/listen";
import { makePerson } from "@/testing/people";
import { photo } from "@/testing/pictures";
import { until } from "@/testing/until";

const sidecar = sidecarFixture();
const asked: string[] = [];
const cookies: IncomingHttpHeaders["cookie"][] = [];
const head = `<title>Lamps</title><meta property="og:title" content="The night the lamps went out">
  <meta name="description" content="A walk in nine pictures"><meta property="og:site_name" content="Mill Pond">
  <meta property="og:image" content="/lamps.png"><meta property="og:image:alt" content="A dark stream">
  <meta name="author" content="Owl"><meta property="article:published_time" content="2026-11-02T18:30:00Z">`;
let port = 0;
let lamps: Buffer;

const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  cookies.push(request.headers.cookie);
  const path = request.url ?? "";
  if (path.endsWith(".png")) response.writeHead(200, { "content-type": "image/png" }).end(lamps);
  else if (path.startsWith("/page")) response.writeHead(200, { "content-type": "text/html" }).end(head);
  else if (path.startsWith("/bomb"))
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(`<title>Bomb</title><meta property="og:image" content="/x.svg">`);
  else if (path.startsWith("/x.svg")) response.writeHead(200, { "content-type": "image/png" }).end("<svg/>");
  else if (path.startsWith("/busy")) response.writeHead(503).end();
  else response.writeHead(404).end();
});

beforeAll(async () => {
  port = await listen(server);
  lamps = await photo(1200, 630, "png");
});
afterEach(() => void asked.splice(0));
afterAll(() => void server.close());

const lookup: LookupFunction = (_, options, done) =>
  options.all ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4);
const opening: Opening = { lookup, permits: (address, to) => address === "127.0.0.1" && to === port };

let pages = 0;
const address = (kind = "page") => `http://millpond.test:${port}/${kind}-${++pages}-${Date.now()}`;
const pagesAsked = () => asked.filter((path) => path !== "/robots.txt");

async function cardOf(barkId: string) {
  barkViews().forget(barkId);
  const status = await readStatus(null, barkId);
  return status && status !== "deleted" ? status.card : null;
}

describe("the card of a bark", () => {
  it("is what the page says about itself, with its picture from here", async () => {
    const { id } = await makePerson();
    const link = address();
    const barkId = await bark(id, `Read this with the light off. ${link}#top`);
    expect(await cardOf(barkId)).toBeNull();
    await makeCard(barkId, opening);
    const card = await cardOf(barkId);
    expect(card).toMatchObject({
      url: link,
      title: "The night the lamps went out",
      description: "A walk in nine pictures",
      type: "link",
      html: "",
      provider_name: "Mill Pond",
      provider_url: `http://millpond.test:${port}`,
      author_name: "Owl",
      authors: [{ name: "Owl", url: "", account: null }],
      image_description: "A dark stream",
      width: 800,
      height: 420,
      published_at: "2026-11-02T18:30:00.000Z",
    });
    expect(card?.blurhash).toHaveLength(28);
    const file = new URL(card?.image ?? "").pathname;
    const served = await call("GET", file);
    expect(served.status).toBe(200);
    expect(new Set(cookies)).toEqual(new Set([undefined]));
    expect((await call("GET", `/api/v1/statuses/${barkId}/card`)).json).toEqual(card);
  });

  it("arrives live as an edit of a bark that was not edited", async () => {
    const { reader, author, token } = await reading();
    const device = await sidecar.connect(reader.id, token);
    const barkId = await bark(author.id, address());
    await until(() => (device.barks().includes(barkId) ? true : null));
    const news: unknown[] = [];
    device.all((event) => news.push(event));
    await makeCard(barkId, opening);
    await until(() => (news.length > 0 ? true : null));
    expect(device.heard.at(-1)).toMatchObject({ event: "bark:edited", id: barkId });
    expect(news).toMatchObject([{ status: { id: barkId, edited_at: null, card: { type: "link" } } }]);
  });

  it("is fetched once for all barks that link to the address", async () => {
    const [one, two] = await Promise.all([makePerson(), makePerson()]);
    const link = address();
    const [first, second] = [await bark(one.id, link), await bark(two.id, `Also ${link}`)];
    await Promise.all([makeCard(first, opening), makeCard(second, opening)]);
    await until(async () => {
      await makeCard(second, opening);
      await makeCard(first, opening);
      return (await cardOf(first)) && (await cardOf(second));
    });
    expect(pagesAsked().length).toBe(2);
    expect(await cardOf(second)).toEqual(await cardOf(first));
  });

  it("is not fetched for a bark for followers only, which gets the one that a public bark brought", async () => {
    const { id } = await makePerson();
    const link = address();
    const secret = await createBark(id, { text: link, audience: "private" });
    const secretId = secret.ok ? secret.status.id : "";
    await makeCard(secretId, opening);
    expect(asked).toEqual([]);
    await makeCard(await bark(id, link), opening);
    await makeCard(secretId, opening);
    barkViews().forget(secretId);
    expect(await readStatus(id, secretId)).toMatchObject({ card: { url: link } });
    expect(pagesAsked().length).toBe(2);
  });

  it("is remembered as missing, and one that is busy is tried again later", async () => {
    const { id } = await makePerson();
    const [missing, busy] = [address("missing"), address("busy")];
    const barks = [await bark(id, missing), await bark(id, busy)];
    for (const barkId of [...barks, ...barks]) {
      await queueCard(barkId);
      await makeCard(barkId, opening);
      expect(await cardOf(barkId)).toBeNull();
    }
    const [due, again] = await Promise.all(barks.map((barkId) => tcpRedis().zscore(keys.cards, barkId)));
    expect(due).toBeNull();
    expect(Number(again) - Date.now()).toBeGreaterThan(8 * 60_000);
    expect(pagesAsked().length).toBe(2);
    expect((await readCard(missing))?.until).toBeGreaterThan(Date.now() + DAY_MS / 2);
  });

  it("has no picture when that is no picture, whatever it calls itself", async () => {
    const { id } = await makePerson();
    const barkId = await bark(id, address("bomb"));
    await makeCard(barkId, opening);
    expect(await cardOf(barkId)).toMatchObject({ title: "Bomb", image: null });
  });

  it("goes with an edit that takes the link away, and changes with one that takes another", async () => {
    const { id } = await makePerson();
    const [link, other] = [address(), address()];
    const barkId = await bark(id, link);
    await makeCard(barkId, opening);
    await editBark(id, barkId, { text: `No, ${other}`, spoiler: "", sensitive: false });
    expect(await cardOf(barkId)).toBeNull();
    await makeCard(barkId, opening);
    expect((await cardOf(barkId))?.url).toBe(other);
    await editBark(id, barkId, { text: "Nothing to read", spoiler: "", sensitive: false });
    expect(await cardOf(barkId)).toBeNull();
  });

  it("is deleted with its picture some time after the last bark that links to it", async () => {
    const { id } = await makePerson();
    const link = address();
    const barkId = await bark(id, link);
    await makeCard(barkId, opening);
    const picture = (await readCard(link))?.picture ?? "";
    expect(await readFile(`${picture}-card.webp`)).not.toBeNull();
    await deleteBark(id, barkId);
    expect(await deleteUnusedCards()).not.toContain(picture);
    expect(await deleteUnusedCards(Date.now() + 30 * DAY_MS)).toContain(picture);
    expect(await readCard(link)).toBeNull();
  });

  it("is not made for a link into this town", async () => {
    const { id } = await makePerson();
    const barkId = await bark(id, `${env().BARKER_ORIGIN}/@maple`);
    await makeCard(barkId, opening);
    expect(asked).toEqual([]);
  });
});
