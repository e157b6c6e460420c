import { afterAll, describe, expect, it } from "vitest";
import { readStatuses } from "@/lib/barks/reads";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { makePeople, makePerson } from "@/testing/people";
import { contextOf } from "@/lib/threads/reads";

afterAll(() => driver().close());

async function bark(authorId: string, replyTo?: string, audience?: "private" | "public") {
  const created = await createBark(authorId, { text: "Words", replyTo, audience });
  if (!created.ok) throw new Error(created.reason);
  return created.status;
}

describe("a conversation", () => {
  it("shows a bark's ancestors from the first one down, and all replies below", async () => {
    const author = await makePerson();
    const root = await bark(author.id);
    const one = await bark(author.id, root.id);
    const two = await bark(author.id, one.id);
    const three = await bark(author.id, two.id);
    const side = await bark(author.id, root.id);
    const context = await contextOf(null, two.id);
    expect(context.ancestors.map(({ id }) => id)).toEqual([root.id, one.id]);
    expect(context.descendants.map(({ id }) => id)).toEqual([three.id]);
    expect((await contextOf(null, root.id)).descendants.map(({ id }) => id)).toEqual(
      [one.id, two.id, three.id, side.id].toSorted(),
    );
    expect((await readStatuses(null, [root.id]))[0]?.replies_count).toBe(2);
    expect((await readStatuses(null, [three.id]))[0]).toMatchObject({
      in_reply_to_id: two.id,
      in_reply_to_account_id: author.id,
    });
  });

  it("keeps its shape around deleted and hidden barks, which are listed as gaps", async () => {
    const [author, friend] = await makePeople(2);
    if (!author || !friend) throw new Error("nobody");
    const root = await bark(author.id);
    const gone = await bark(friend.id, root.id);
    const below = await bark(author.id, gone.id);
    const hidden = await bark(friend.id, below.id, "private");
    const shown = await bark(friend.id, hidden.id, "public");
    const [unanswered, withdrawn] = [await bark(friend.id, shown.id, "private"), await bark(friend.id, shown.id)];
    await deleteBark(friend.id, withdrawn.id);
    await deleteBark(friend.id, gone.id);
    const context = await contextOf(author.id, root.id);
    expect(context.descendants.map(({ id }) => id)).toEqual([below.id, shown.id]);
    expect(JSON.stringify(context)).not.toContain(unanswered.id);
    expect(JSON.stringify(context)).not.toContain(withdrawn.id);
    expect(context.gaps).toEqual([
      { id: gone.id, in_reply_to_id: root.id, reason: "deleted" },
      { id: hidden.id, in_reply_to_id: below.id, reason: "hidden" },
    ]);
    expect((await contextOf(author.id, below.id)).gaps[0]).toMatchObject({ id: gone.id, reason: "deleted" });
    expect((await readStatuses(null, [root.id]))[0]?.replies_count).toBe(0);
  });

  it("cannot be continued under a bark that is deleted or that the writer may not see", async () => {
    const [author, stranger] = [await makePerson(), await makePerson()];
    const [gone, hidden] = [await bark(author.id), await bark(author.id, undefined, "private")];
    await deleteBark(author.id, gone.id);
    for (const replyTo of [gone.id, hidden.id]) {
      expect(await createBark(stranger.id, { text: "Hello", replyTo })).toMatchObject({ reason: "reply_missing" });
    }
    const reply = await createBark(author.id, { text: "To my followers", replyTo: hidden.id });
    expect(reply).toMatchObject({ ok: true, status: { visibility: "private" } });
  });

  it("counts twenty concurrent replies exactly", async () => {
    const [author, people] = [await makePerson(), await makePeople(20)];
    const root = await bark(author.id);
    await Promise.all(people.map(({ id }) => bark(id, root.id)));
    expect((await readStatuses(null, [root.id]))[0]?.replies_count).toBe(20);
  });
});
