import { createBark } from "@/lib/barks/writes";
import { editBark } from "@/lib/history/writes";
import type { SubjectName } from "@/local/town/barks";
import { addPicture } from "@/lib/media/writes";
import { hashOf, type Random } from "@/lib/seeded";
import { like, react, rebark } from "@/lib/reactions/writes";
import { weighted } from "@/local/town/chance";
import { localClock, MINUTE } from "@/local/town/clock";
import { somebody, type Community, type HeardBark, type Resident } from "@/local/town/community";
import { drawnPng } from "@/local/town/develop";
import { slip } from "@/local/town/edits";
import { feelingsAbout } from "@/local/town/feelings";
import { drawingsFor } from "@/local/town/gallery";
import type { Later } from "@/local/town/later";
import type { TownDeed } from "@/local/town/pace";
import { pick } from "@/local/town/phrases";
import { altOf } from "@/local/town/pictures";
import type { About, Turn } from "@/local/town/replies";
import { echoing } from "@/local/town/talk";
import { subjectOf } from "@/local/town/words";

/** The share of barks with a picture; each is a file of its own. */
const SHOWN = 0.03;
const SLIPS = 0.015;
/** The share of barks and rebarks that come from the cast, whom most visitors follow: their Home is never still for long. */
const KNOWN = 0.3;
/** The number of answers from which a bark gets no more, and the maximum depth of a conversation. */
const ENOUGH = 7;
const DEEPEST = 4;

/** The spontaneous actions of townspeople, through the same functions as everybody's. */
export const DEEDS: Record<TownDeed, (town: Community, recent: readonly HeardBark[], later: Later) => Promise<void>> = {
  bark: barkSomething,
  async answer(town, recent) {
    const open = recent.filter(
      ({ authorId, replies, depth }) => town.residents.has(authorId) && replies < ENOUGH && depth < DEEPEST,
    );
    const bark = inSight(town.random, open);
    if (!bark) return;
    // A person who was answered reacts to that before anybody else joins in.
    const answered = town.residents.get(bark.answers ?? "");
    const by = answered && answered.id !== bark.authorId && bark.replies === 0 ? answered : null;
    await answerBark(town, bark, by);
  },
  async quote(town, recent) {
    const bark = inSight(
      town.random,
      recent.filter(({ authorId, depth }) => depth === 0 && town.residents.has(authorId)),
    );
    const about = bark ? subjectOf(bark.text) : null;
    const by = bark && somebody(town, { about, but: [bark.authorId] });
    const text = by && town.wit.find("quote", aboutNow(about, by));
    if (text) await createBark(by.id, { text, quotes: bark.id, language: "en" });
  },
  async like(town, recent) {
    const bark = inSight(town.random, recent);
    if (bark) await likeBark(town, bark);
  },
  async react(town, recent) {
    const bark = inSight(town.random, recent);
    if (bark) await feel(town, bark);
  },
  async rebark(town, recent) {
    const bark = inSight(
      town.random,
      recent.filter(({ authorId, depth }) => depth === 0 && town.residents.has(authorId)),
    );
    const by = bark && somebody(town, { but: [bark.authorId], known: KNOWN });
    if (by) await rebark(by.id, bark.id);
  },
};

const aboutNow = (subject: SubjectName | null, { fellows }: Resident): About => ({
  subject,
  said: new Set(),
  fellows,
  at: Date.now(),
});

/** A random recent bark: newer ones are more likely, and some much more likely than others. */
export function inSight(random: Random, barks: readonly HeardBark[], now = Date.now()): HeardBark | undefined {
  const weights = barks.map(({ id, at }) => (0.05 + (hashOf(id) / 2 ** 32) ** 6) / (1 + (now - at) / (25 * MINUTE)));
  return barks[weighted(random, weights)];
}

async function barkSomething(town: Community, _: readonly HeardBark[], later: Later): Promise<void> {
  const by = somebody(town, { known: KNOWN });
  const said = by && town.talk.speak(by.person, by.place, Date.now());
  if (!said) return;
  const slipped = town.random() < SLIPS ? slip(town.random, said.text) : null;
  const media = town.random() < SHOWN ? await picture(town, by, said.subject) : [];
  const made = await createBark(by.id, { text: slipped ?? said.text, language: "en", media });
  if (!made.ok || slipped === null) return;
  const { id } = made.status;
  later.add((20 + town.random() * 70) * 1_000, async () => {
    await editBark(by.id, id, { text: said.text, spoiler: "", sensitive: false });
  });
}

async function picture(
  { random }: Community,
  by: Resident,
  subject: Parameters<typeof drawingsFor>[0],
): Promise<string[]> {
  const names = drawingsFor(subject, Date.now(), localClock());
  if (names.length === 0) return [];
  const name = pick(random, names);
  return [(await addPicture(by.id, await drawnPng(name), { description: altOf(name) })).id];
}

/** A person, `by` or a random one, writes a fitting answer to a bark. */
export async function answerBark(town: Community, bark: HeardBark, by: Resident | null, turn?: Turn): Promise<void> {
  const about = subjectOf(bark.text);
  const who = by ?? somebody(town, { about, but: [bark.authorId, bark.answers] });
  if (!who) return;
  const usual = by ? (bark.depth > 3 ? "closing" : "comeback") : "answer";
  const text = town.wit.find(turn ?? usual, aboutNow(about, who));
  if (!text) return;
  const said = by ? text : echoing(town.random, text, bark.text);
  await createBark(who.id, { text: said, replyTo: bark.id, language: "en" });
}

export async function likeBark(town: Community, bark: HeardBark): Promise<void> {
  const by = somebody(town, { about: subjectOf(bark.text), but: [bark.authorId] });
  if (by) await like(by.id, bark.id);
}

/** A random person reacts to a bark, with a fitting emoji when none is given. */
export async function feel(town: Community, bark: HeardBark, emoji?: string): Promise<void> {
  const about = subjectOf(bark.text);
  const by = somebody(town, { about, but: [bark.authorId] });
  const feelings = feelingsAbout(about).slice(0, 6);
  const weights = feelings.map((_, i) => 0.6 ** i);
  if (by) await react(by.id, bark.id, emoji ?? feelings[weighted(town.random, weights)] ?? "❤️");
}
