import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { call, type Answer } from "@/testing/api";
import { plantFollows } from "@/testing/follows";
import { plantBarks } from "@/testing/graph";
import { makePeople, makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

const Ids = z.array(z.object({ id: z.string() })).transform((items) => items.map(({ id }) => id));
const ids = (answer: Answer) => Ids.parse(answer.json);

/** The target of a `Link` header, as path and query. */
function link(answer: Answer, rel: "next" | "prev"): string | null {
  const address = new RegExp(`<([^>]*)>; rel="${rel}"`).exec(answer.headers.get("link") ?? "")?.[1];
  return address === undefined ? null : new URL(address).pathname + new URL(address).search;
}

/** Follows the `Link` headers of a list to its end. */
async function walk(path: string, rel: "next" | "prev", token?: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let next: string | null = path; next !== null;) {
    const answer: Answer = await call("GET", next, { token });
    expect(answer.status).toBe(200);
    if (ids(answer).length > 0) pages.push(ids(answer));
    next = link(answer, rel);
  }
  return pages;
}

describe("a list", () => {
  it("can be paged from newest to oldest by its Link header, with full pages", async () => {
    const author = await makePerson();
    const planted = await plantBarks(author.id, 45);
    const pages = await walk(`/api/v1/accounts/${author.id}/statuses?limit=20&exclude_replies=true`, "next");
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
    expect(pages.flat()).toEqual(planted);
  });

  it("can be paged from oldest to newest as well", async () => {
    const author = await makePerson();
    const planted = await plantBarks(author.id, 45);
    const pages = await walk(`/api/v1/accounts/${author.id}/statuses?limit=20&min_id=0`, "prev");
    expect(pages.toReversed().flat()).toEqual(planted);
  });

  it("can be paged for Home, followers and following alike", async () => {
    const [reader, ...authors] = await makePeople(6);
    if (!reader) throw new Error("nobody");
    const { token } = await makeToken(reader.id);
    await plantFollows(reader.id, authors);
    await Promise.all(authors.map(({ id }) => plantFollows(id, [reader])));
    const planted = (await Promise.all(authors.map(({ id }) => plantBarks(id, 3)))).flat().toSorted().toReversed();
    expect((await walk("/api/v1/timelines/home?limit=4", "next", token)).flat()).toEqual(planted);
    const people = authors
      .map(({ id }) => id)
      .toSorted()
      .toReversed();
    expect((await walk(`/api/v1/accounts/${reader.id}/followers?limit=2`, "next")).flat()).toEqual(people);
    expect((await walk(`/api/v1/accounts/${reader.id}/following?limit=2`, "next")).flat()).toEqual(people);
  });

  it("returns at most 40 entries, and 20 by default", async () => {
    const author = await makePerson();
    const planted = await plantBarks(author.id, 45);
    const list = `/api/v1/accounts/${author.id}/statuses`;
    expect(ids(await call("GET", `${list}?limit=100`))).toEqual(planted.slice(0, 40));
    expect(ids(await call("GET", list))).toEqual(planted.slice(0, 20));
  });

  it("accepts bounds of any size, and both at once", async () => {
    const author = await makePerson();
    const planted = await plantBarks(author.id, 5);
    const read = async (query: string) => ids(await call("GET", `/api/v1/accounts/${author.id}/statuses?${query}`));
    expect(await read("since_id=0&max_id=99999999999999999999999")).toEqual(planted);
    expect(await read(`max_id=${planted[0]}&since_id=${planted[4]}`)).toEqual(planted.slice(1, 4));
    expect(await read(`max_id=${planted[0]}&min_id=${planted[4]}&limit=1`)).toEqual([planted[3]]);
    expect(await read("max_id=0")).toEqual([]);
  });

  it("of a person without entries is empty and has no Link header", async () => {
    const { id } = await makePerson();
    const answer = await call("GET", `/api/v1/accounts/${id}/followers`);
    expect([answer.status, answer.json, answer.headers.get("link")]).toEqual([200, [], null]);
  });

  it("is empty for features that do not exist: pictures, pinned barks, barks of other servers", async () => {
    const author = await makePerson();
    await plantBarks(author.id, 2);
    for (const query of ["only_media=true", "pinned=1"]) {
      expect((await call("GET", `/api/v1/accounts/${author.id}/statuses?${query}`)).json).toEqual([]);
    }
    expect((await call("GET", "/api/v1/timelines/public?remote=true")).json).toEqual([]);
    expect(ids(await call("GET", "/api/v1/timelines/public?local=true")).length).toBeGreaterThan(0);
  });
});

describe("ids", () => {
  it("are accepted as id[]= lists or as one id=, and invalid ones are left out", async () => {
    const author = await makePerson();
    const [first = "", second = ""] = await plantBarks(author.id, 2);
    const read = async (query: string) => ids(await call("GET", `/api/v1/statuses?${query}`));
    expect(await read(`id[]=${second}&id[]=${first}`)).toEqual([second, first]);
    expect(await read(`id%5B%5D=${second}`)).toEqual([second]);
    expect(await read(`id=${first}`)).toEqual([first]);
    expect(await read(`id[]=junk&id[]=${first}&id[]=1000000000000000001&id[]=`)).toEqual([first]);
    expect(await read("")).toEqual([]);
  });

  it("are limited to forty", async () => {
    const [viewer, ...others] = await makePeople(42);
    const { token } = await makeToken(viewer?.id ?? null);
    const query = others.map(({ id }) => `id[]=${id}`).join("&");
    expect(ids(await call("GET", `/api/v1/accounts/relationships?${query}`, { token }))).toHaveLength(40);
  });
});
