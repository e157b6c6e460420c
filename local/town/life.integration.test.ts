import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBark } from "@/lib/barks/writes";
import { readStatuses } from "@/lib/barks/reads";
import { driver } from "@/lib/neo4j";
import { seeded } from "@/lib/seeded";
import { count } from "@/testing/graph";
import { makePeople, makePerson, type TestPerson } from "@/testing/people";
import { localClock } from "@/local/town/clock";
import { heard, type Community, type HeardBark } from "@/local/town/community";
import { answerBark, DEEDS } from "@/local/town/deeds";
import { townFolk } from "@/local/town/folk";
import { laterList } from "@/local/town/later";
import { wit } from "@/local/town/replies";
import { speaker } from "@/local/town/speaker";

let town: Community;
let visitor: TestPerson;
let ids: string[];

/** A town of eight people created by this test. */
beforeAll(async () => {
  const clock = localClock();
  const folk = townFolk(8, 7, clock).map((person) => ({ ...person, activity: 9 }));
  const people = await makePeople(8);
  visitor = await makePerson();
  ids = people.map(({ id }) => id);
  const fellows = people.map(({ handle }) => ({ name: handle, handle }));
  town = {
    residents: new Map(
      folk.map((person, place) => [ids[place] ?? "", { id: ids[place] ?? "", person, place, fellows }]),
    ),
    talk: speaker({ seed: clock.now, clock, memory: 1_000, fellows: people.map(() => fellows), mayRepeat: true }),
    wit: wit(seeded(1), { mayRepeat: true }),
    random: seeded(1),
  };
});
afterAll(() => driver().close());

async function barkOf(authorId: string, text: string, replyTo: string | null = null): Promise<string> {
  const made = await createBark(authorId, { text, replyTo });
  if (!made.ok) throw new Error(made.reason);
  return made.status.id;
}
/** Which of these barks are among those of the last minutes. */
const hear = async (...barks: string[]): Promise<HeardBark[]> =>
  (await heard(5, 300)).filter(({ id }) => barks.includes(id));

describe("a day in town", () => {
  it("reads public barks, and their position in the conversation", async () => {
    const [a = "", b = ""] = ids;
    const first = await barkOf(a, "A loaf for the river.");
    const second = await barkOf(b, "Which river?", first);
    const quiet = await createBark(a, { text: "Only for friends.", audience: "private" });
    const found = await hear(first, second, quiet.ok ? quiet.status.id : "");
    expect(found).toMatchObject([
      { id: second, authorId: b, depth: 1, answers: a, replies: 0 },
      { id: first, authorId: a, depth: 0, answers: null, replies: 1 },
    ]);
  });

  it("barks, likes, reacts, quotes and rebarks by the verbs of everybody", async () => {
    const later = laterList();
    const before = await count("(p:Person)-[:BARKED]->() WHERE p.id IN $ids", { ids });
    await DEEDS.bark(town, [], later);
    expect(await count("(p:Person)-[:BARKED]->() WHERE p.id IN $ids", { ids })).toBe(before + 1);
    const id = await barkOf(ids[0] ?? "", "The bread is out, and the bread is good.");
    const recent = await hear(id);
    for (const deed of ["like", "react", "quote", "rebark", "answer"] as const) await DEEDS[deed](town, recent, later);
    const [bark] = await readStatuses(null, [id]);
    expect(bark).toMatchObject({ favourites_count: 1, reblogs_count: 1, quotes_count: 1, replies_count: 1 });
    expect(bark?.emoji_reactions).toHaveLength(1);
    expect(await count("(:Bark {id: $id})<-[:LIKES|REBARKED]-(p) WHERE NOT p.id IN $ids", { id, ids })).toBe(0);
  });

  it("answers a visitor by the one who was spoken to, and does not quote or pass on visitors unasked", async () => {
    const theirs = await barkOf(ids[1] ?? "", "A kayak came with a ribbon.");
    const id = await barkOf(visitor.id, "Whose is it?", theirs);
    const [recent] = await hear(id);
    if (!recent) throw new Error("not heard");
    for (const deed of ["quote", "rebark", "answer"] as const) await DEEDS[deed](town, [recent], laterList());
    expect(await readStatuses(null, [id])).toMatchObject([{ quotes_count: 0, reblogs_count: 0, replies_count: 0 }]);
    await answerBark(town, recent, town.residents.get(ids[1] ?? "") ?? null);
    expect(await count("(:Bark {id: $id})<-[:REPLIES_TO]-(:Bark {authorId: $by})", { id, by: ids[1] })).toBe(1);
  });
});
