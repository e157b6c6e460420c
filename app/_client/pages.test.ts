import { expect, it } from "vitest";
import type { Outcome } from "@/app/_client/api";
import { createPages, createReader } from "@/app/_client/pages";

const page = <Item>(value: Item[], next: string | null): Outcome<Item[]> => ({ ok: true, value, next });
const refusal: Outcome<never> = { ok: false, status: 503, sentence: "Not now.", fields: {} };

it("reads page after page from the address that the previous one named, up to the end", async () => {
  const pages = createPages<string>("/second");
  const asked: string[] = [];
  const readPage = (address: string) => {
    asked.push(address);
    return Promise.resolve(address === "/second" ? page(["c", "d"], "/third") : page(["e"], null));
  };
  for (let turn = 0; turn < 4; turn++) await pages.more(readPage);
  expect(asked).toEqual(["/second", "/third"]);
  expect(pages.loaded.get()).toEqual({ items: ["c", "d", "e"], next: null });
});

it("makes no request if the first page is the last", async () => {
  const pages = createPages<string>(null);
  await pages.more(() => Promise.reject(new Error("asked")));
  expect(pages.loaded.get()).toEqual({ items: [], next: null });
});

it("reads one page at a time, however often its end comes near the screen", async () => {
  const pages = createPages<number>("/second");
  let calls = 0;
  const readPage = () => Promise.resolve(page([++calls], "/third"));
  await Promise.all([pages.more(readPage), pages.more(readPage), pages.more(readPage)]);
  expect(pages.loaded.get()).toEqual({ items: [1], next: "/third" });
});

it("says why a page failed, keeps what it has, and retries the same page", async () => {
  const pages = createPages<string>("/second");
  const told: (string | null)[] = [];
  pages.reader.trouble.subscribe(() => told.push(pages.reader.trouble.get()));
  await pages.more(() => Promise.resolve(page(["c"], "/third")));
  await pages.more(() => Promise.resolve(refusal));
  expect(pages.loaded.get()).toEqual({ items: ["c"], next: "/third" });
  await pages.more((address) => Promise.resolve(page([address], null)));
  expect(pages.loaded.get()).toEqual({ items: ["c", "/third"], next: null });
  expect(told).toEqual(["Not now.", null]);
});

it("returns null while another request is running, and the answer after it", async () => {
  const { read } = createReader();
  const answers = [read(() => Promise.resolve(page([1], null))), read(() => Promise.resolve(page([2], null)))];
  expect((await Promise.all(answers)).map((answer) => answer?.value ?? null)).toEqual([[1], null]);
  expect((await read(() => Promise.resolve(page([3], null))))?.value).toEqual([3]);
});
