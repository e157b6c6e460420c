import { answersTo, type Crowd } from "@/local/town/answers";
import { applaud, type TownAct, type Applause } from "@/local/town/applause";
import { inOrder, type TownBark } from "@/local/town/bark";
import { CAST, VISITOR } from "@/local/town/cast";
import { fellowsOf, townBarks } from "@/local/town/chatter";
import type { Clock } from "@/local/town/clock";
import { stageConversations } from "@/local/town/conversations/stage";
import { makeEdits } from "@/local/town/edits";
import { townFolk, type TownPerson } from "@/local/town/folk";
import { townFollows, type TownFollow } from "@/local/town/follows";
import { showPictures } from "@/local/town/gallery";
import { townLists, type TownList } from "@/local/town/lists";
import { markSome } from "@/local/town/marks";
import { townPacks, type TownPack } from "@/local/town/packs";
import { quotesOf } from "@/local/town/quotes";
import { townReports, type TownReport } from "@/local/town/reports";
import { rests } from "@/local/town/rest";
import { sceneBarks } from "@/local/town/scene";
import { castActs, pins, visitorActs } from "@/local/town/visitor";

export interface Town extends Applause {
  people: TownPerson[];
  follows: TownFollow[];
  /** Oldest first. */
  barks: TownBark[];
  bookmarks: TownAct[];
  pins: TownAct[];
  packs: TownPack[];
  lists: TownList[];
  reports: TownReport[];
}

/** The seed of the demo town. */
export const TOWN_SEED = 999;

/**
 * A whole generated town, the same for the same size, seed and clock: its people, who follows whom, four weeks of barks
 * with their conversations, and the likes, rebarks and reactions.
 */
export function makeTown(size: number, seed: number, clock: Clock): Town {
  const people = townFolk(size, seed, clock);
  const follows = townFollows(people, seed, clock);
  const crowd = crowdOf(people, follows);
  const spoken = townBarks(people, follows, seed, clock);
  markSome(spoken, seed);
  showPictures(spoken, crowd.fellows, seed, clock);
  const { barks: scene, named } = sceneBarks(clock, size);
  const first = [...spoken, ...scene, ...stageConversations(people, follows, seed, clock)];
  for (const { text, at } of first) crowd.rest.begin(text, at);
  const quotes = quotesOf(first, crowd, seed, clock);
  const answers = answersTo([...first, ...quotes], crowd, seed, clock);
  const barks = inOrder([...first, ...quotes, ...answers]);
  makeEdits(barks, seed, clock);
  const done = castActs(barks, named, size, clock);
  const mine = visitorActs(barks, follows, done, seed, clock);
  const applause = applaud(barks, crowd, { ...done, likes: [...done.likes, ...mine.likes] }, seed, clock);
  const kept = { bookmarks: mine.bookmarks, pins: pins(barks, named, clock) };
  const chosen = { packs: townPacks(size, clock), lists: townLists(size, clock) };
  return { people, follows, barks, ...applause, ...kept, ...chosen, reports: townReports(named, size, clock) };
}

function crowdOf(people: readonly TownPerson[], follows: readonly TownFollow[]): Crowd {
  const followers = people.map((): number[] => []);
  for (const { from, to } of follows) followers[to]?.push(from);
  const visitor = CAST.findIndex(({ handle }) => handle === VISITOR);
  return { people, followers, fellows: fellowsOf(people, follows), visitor, rest: rests() };
}
