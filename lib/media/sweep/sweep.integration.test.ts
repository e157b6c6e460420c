import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { historyOf } from "@/lib/history/reads";
import { editBark } from "@/lib/history/writes";
import { attachable, findPicture, readFile } from "@/lib/media/reads";
import type { MediaAttachment } from "@/lib/media/schema";
import { discardPicturesOf, sweepPictures } from "@/lib/media/sweep/writes";
import { addPicture, describePicture, discardPicture, storeProfilePicture } from "@/lib/media/writes";
import { driver } from "@/lib/neo4j";
import { ask, count } from "@/testing/graph";
import { nextDay } from "@/testing/next-day";
import { makePerson } from "@/testing/people";
import { photo } from "@/testing/pictures";

afterAll(() => driver().close());

const Nothing = z.object({});
const isThere = async ({ url }: MediaAttachment) => (await readFile(url.slice(url.lastIndexOf("/") + 1))) !== null;
const isKnown = async ({ id }: { id: string }) => (await count("(m:Media {id: $id})", { id })) === 1;

async function barkWith(authorId: string, pictures: MediaAttachment[]): Promise<string> {
  const created = await createBark(authorId, { text: "Look", media: pictures.map(({ id }) => id) });
  if (!created.ok) throw new Error(created.reason);
  expect(created.status.media_attachments).toEqual(pictures);
  return created.status.id;
}

describe("an uploaded picture", () => {
  it("can be attached to one bark of its owner, in the requested order", async () => {
    const [owner, other] = [await makePerson(), await makePerson()];
    const one = await addPicture(owner.id, await photo(40, 30, "png"), {});
    const two = await addPicture(owner.id, await photo(40, 30, "png"), { description: "Two" });
    const rows = await attachable(owner.id, [two.id, "1", one.id, two.id]);
    expect(rows.map(({ id }) => id)).toEqual([two.id, one.id]);
    expect(await attachable(other.id, [one.id, two.id])).toEqual([]);
    await barkWith(owner.id, [two, one]);
    expect(await attachable(owner.id, [one.id, two.id])).toEqual([]);
    expect(await findPicture(owner.id, two.id)).toEqual(two);
    expect(await describePicture(owner.id, two.id, { description: "Else" })).toBeNull();
    expect(await discardPicture(owner.id, two.id)).toBe(false);
  });

  it("is deleted with its files after a day when nothing uses it, and kept otherwise", async () => {
    const { id: ownerId } = await makePerson();
    const [shown, forgotten, drafted] = await Promise.all(
      [1, 2, 3].map(async () => addPicture(ownerId, await photo(40, 30, "png"), {})),
    );
    if (!shown || !forgotten || !drafted) throw new Error("not sent");
    await barkWith(ownerId, [shown]);
    await ask("MATCH (m:Media {id: $id}) CREATE (:Draft)-[:SHOWS]->(m)", { id: drafted.id }, Nothing);
    await sweepPictures();
    expect(await isThere(forgotten)).toBe(true);
    await nextDay(ownerId);
    expect([await isThere(forgotten), await isKnown(forgotten)]).toEqual([false, false]);
    expect([await isThere(shown), await isThere(drafted)]).toEqual([true, true]);
    expect(await count("(:Unattached {ownerId: $ownerId})", { ownerId })).toBe(0);
  });

  it("is deleted with its bark and all versions of that", async () => {
    const { id: ownerId } = await makePerson();
    const [now, before] = await Promise.all(
      [1, 2].map(async () => addPicture(ownerId, await photo(40, 30, "png"), {})),
    );
    if (!now || !before) throw new Error("not sent");
    const barkId = await barkWith(ownerId, [now]);
    await ask(
      "MATCH (b:Bark {id: $barkId}), (m:Media {id: $id}) CREATE (b)-[:WAS]->(:Version {n: 0})-[:SHOWS {order: 0}]->(m)",
      { barkId, id: before.id },
      Nothing,
    );
    await nextDay(ownerId);
    expect(await isThere(before)).toBe(true);
    await deleteBark(ownerId, barkId);
    await sweepPictures();
    for (const picture of [now, before])
      expect([await isThere(picture), await isKnown(picture)]).toEqual([false, false]);
    expect(await count("(:Bark {id: $barkId})-[:WAS]->()", { barkId })).toBe(0);
  });

  it("can get another description in an edit, and the previous version keeps its own", async () => {
    const { id: ownerId } = await makePerson();
    const one = await addPicture(ownerId, await photo(40, 30, "png"), { description: "A lake" });
    const two = await addPicture(ownerId, await photo(40, 30, "png"), {});
    const barkId = await barkWith(ownerId, [one, two]);
    const edit = { text: "Look", spoiler: "", sensitive: false };
    const descriptions = [{ id: one.id, description: "A pond" }, { id: two.id }];
    const edited = await editBark(ownerId, barkId, { ...edit, descriptions });
    const [pond] = edited.ok ? edited.status.media_attachments : [];
    expect(edited).toMatchObject({ ok: true, status: { version: 1, media_attachments: [{ url: one.url }, two] } });
    expect([pond?.description, pond?.id === one.id]).toEqual(["A pond", false]);
    const versions = await historyOf(null, barkId);
    expect(versions.map(({ media_attachments: [first] }) => first?.description)).toEqual(["A lake", "A pond"]);
    await editBark(ownerId, barkId, { ...edit, descriptions: [{ id: pond?.id ?? "", description: "A pond" }] });
    expect(await historyOf(null, barkId)).toHaveLength(2);
    await nextDay(ownerId);
    expect(await isThere(one)).toBe(true);
    await deleteBark(ownerId, barkId);
    await sweepPictures();
    expect([await isThere(one), await isKnown(one)]).toEqual([false, false]);
  });

  it("is swept correctly by twenty workers at once", async () => {
    const { id: ownerId } = await makePerson();
    const sent = await Promise.all([1, 2, 3].map(async () => addPicture(ownerId, await photo(20, 20, "png"), {})));
    await ask("MATCH (m:Unattached {ownerId: $ownerId}) SET m.until = 1", { ownerId }, Nothing);
    await Promise.all(Array.from({ length: 20 }, () => sweepPictures()));
    for (const picture of sent) expect([await isThere(picture), await isKnown(picture)]).toEqual([false, false]);
  });
});

describe("files that two pictures share", () => {
  it("are kept until both pictures are deleted", async () => {
    const { id: ownerId } = await makePerson();
    const bytes = await photo(40, 30, "png");
    const [one, two] = [await addPicture(ownerId, bytes, {}), await addPicture(ownerId, bytes, {})];
    expect(one.url).toBe(two.url);
    await discardPicture(ownerId, one.id);
    expect(await isThere(two)).toBe(true);
    await discardPicture(ownerId, two.id);
    expect(await isThere(two)).toBe(false);
  });

  it("exist after the picture is uploaded again while they are removed", async () => {
    const { id: ownerId } = await makePerson();
    const bytes = await photo(40, 30, "png");
    for (let round = 0; round < 8; round++) {
      const earlier = await addPicture(ownerId, bytes, {});
      const [later] = await Promise.all([addPicture(ownerId, bytes, {}), discardPicture(ownerId, earlier.id)]);
      expect(await isThere(later)).toBe(true);
      await discardPicture(ownerId, later.id);
    }
  });

  it("are restored when a worker died between removing them and deleting the picture", async () => {
    const { id: ownerId } = await makePerson();
    const bytes = await photo(40, 30, "png");
    const dying = await addPicture(ownerId, bytes, {});
    await ask("MATCH (m:Media {id: $id}) SET m:Discarded REMOVE m:Unattached", { id: dying.id }, Nothing);
    const again = await addPicture(ownerId, bytes, {});
    expect(await isThere(again)).toBe(true);
    await sweepPictures();
    expect([await isThere(again), await isKnown(dying)]).toEqual([true, false]);
  });
});

describe("the deletion of an account", () => {
  it("deletes all its pictures, used or not, and nobody else's", async () => {
    const [leaver, other] = [await makePerson(), await makePerson()];
    const bytes = await photo(40, 30, "png");
    const shown = await addPicture(leaver.id, bytes, {});
    const loose = await addPicture(leaver.id, await photo(40, 30, "png"), {});
    const portrait = await storeProfilePicture(leaver.id, bytes, "avatar");
    const theirs = await addPicture(other.id, bytes, {});
    await barkWith(leaver.id, [shown]);
    await discardPicturesOf(leaver.id);
    expect([await isThere(shown), await isThere(loose), await isThere(theirs)]).toEqual([false, false, true]);
    expect(await readFile(`${portrait}-avatar.webp`)).toBeNull();
    expect(await count("(:Media {ownerId: $id})", { id: leaver.id })).toBe(0);
  });
});
