import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { attachable, readFile } from "@/lib/media/reads";
import { storeProfilePicture } from "@/lib/media/writes";
import { driver, IdRow } from "@/lib/neo4j";
import { ask } from "@/testing/graph";
import { nextDay } from "@/testing/next-day";
import { makePerson } from "@/testing/people";
import { photo } from "@/testing/pictures";

afterAll(() => driver().close());

const Nothing = z.object({});

describe("a portrait", () => {
  it("is kept while it is in use, and deleted a day after its replacement", async () => {
    const { id: ownerId } = await makePerson();
    const wear = (key: string) =>
      ask("MATCH (p:Person {id: $ownerId}) SET p.portrait = $key", { ownerId, key }, Nothing);
    const files = async (...keys: string[]) =>
      Promise.all(keys.map(async (key) => (await readFile(`${key}-avatar.webp`)) !== null));
    const first = await storeProfilePicture(ownerId, await photo(500, 300, "jpeg"), "avatar");
    const unused = await storeProfilePicture(ownerId, await photo(500, 300, "jpeg"), "avatar");
    await wear(first);
    await nextDay(ownerId);
    expect(await files(first, unused)).toEqual([true, false]);
    const second = await storeProfilePicture(ownerId, await photo(300, 300, "png"), "avatar");
    await wear(second);
    await nextDay(ownerId);
    expect(await files(first, second)).toEqual([false, true]);
    await wear("fox-1-1");
    await nextDay(ownerId);
    expect(await files(second)).toEqual([false]);
  });

  it("cannot be attached to a bark", async () => {
    const { id: ownerId } = await makePerson();
    await storeProfilePicture(ownerId, await photo(1500, 600, "webp"), "header");
    const ids = await ask("MATCH (m:Media {ownerId: $ownerId}) RETURN m.id AS id", { ownerId }, IdRow);
    expect(ids).toHaveLength(1);
    expect(
      await attachable(
        ownerId,
        ids.map(({ id }) => id),
      ),
    ).toEqual([]);
  });
});
