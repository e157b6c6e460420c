import { z } from "zod";
import { bookmark, like, react, rebark } from "@/lib/reactions/writes";
import { createBark } from "@/lib/barks/writes";
import { shareLocation } from "@/lib/nearby/writes";
import type { Coordinates } from "@/lib/nearby/schema";
import { block, mute } from "@/lib/moderation/writes";
import { endorse, follow } from "@/lib/people/writes";
import { ask } from "@/testing/graph";
import { freshHandle, makePerson, type TestPerson } from "@/testing/people";
import { countBark } from "@/lib/trends/writes";

/** Kinds of people that lists treat differently. `plain` people are in every list. */
export const KINDS = [
  "plain",
  "blocked",
  "blocking",
  "muted",
  "hiding",
  "unlisted",
  "limited",
  "suspended",
  "leaving",
] as const;
export type CastKind = (typeof KINDS)[number];

export interface TestCastMember extends TestPerson {
  bark: string;
}

/** A viewer, a friend of everybody, and of each kind one person whom the viewer followed and one whom only the friend follows. */
export interface Cast {
  viewer: TestCastMember;
  friend: TestCastMember;
  near: Record<CastKind, TestCastMember>;
  far: Record<CastKind, TestCastMember>;
  /** The prefix of the others' handles, and the topic of all barks. */
  prefix: string;
  topic: string;
}

async function bark(who: TestPerson, text: string, more: { replyTo?: string; quotes?: string } = {}): Promise<string> {
  const made = await createBark(who.id, { text, language: "en", ...more });
  if (!made.ok) throw new Error(made.reason);
  return made.status.id;
}

async function join(handle: string, topic: string): Promise<TestCastMember> {
  const person = await makePerson(handle);
  const text = `Here is ${handle} #${topic}`;
  const member = { ...person, bark: await bark(person, text) };
  await countBark({ id: member.bark, author: person.id, text, language: "en", answers: false });
  return member;
}

/** Creates the cast: everybody belongs in every list before blocks, mutes and so on are added. */
export async function makeCast(place: Coordinates): Promise<Cast> {
  const [prefix, topic] = [freshHandle().slice(0, 9), `t${freshHandle()}`];
  const group = async (name: string) =>
    Object.fromEntries(
      await Promise.all(KINDS.map(async (kind) => [kind, await join(`${prefix}_${name}_${kind}`, topic)] as const)),
    ) as Record<CastKind, TestCastMember>;
  const [viewer, friend] = [await join(freshHandle(), topic), await join(freshHandle(), topic)];
  const [near, far] = [await group("near"), await group("far")];
  await follow(viewer.id, friend.id);
  const others = [...Object.values(near), ...Object.values(far)];
  await Promise.all(others.map((member) => befriend(friend, member)));
  await Promise.all(Object.values(near).map((member) => meet(viewer, friend, member)));
  await Promise.all(
    [viewer, friend, ...others].map(({ id }) => shareLocation(id, { ...place, precision_km: 2, hours: 12 })),
  );
  // Follow requests stay pending until they are answered.
  await change(viewer, "p.locked = true");
  for (const kind of ["plain", "suspended", "leaving"] as const) await follow(far[kind].id, viewer.id);
  for (const cast of [near, far]) await part(viewer, cast);
  await change(friend, "p.showsLikes = true");
  return { viewer, friend, near, far, prefix, topic };
}

/** The friend follows and features the member, and likes and rebarks their barks; the member follows the friend. */
async function befriend(friend: TestCastMember, member: TestCastMember): Promise<void> {
  await follow(friend.id, member.id);
  await follow(member.id, friend.id);
  await endorse(friend.id, member.id, true);
  await like(friend.id, member.bark);
  await rebark(friend.id, member.bark);
}

/** The member and the viewer follow each other and interact with each other's and the friend's barks in every way. */
async function meet(viewer: TestCastMember, friend: TestCastMember, member: TestCastMember): Promise<void> {
  await follow(viewer.id, member.id);
  await follow(member.id, viewer.id);
  await endorse(viewer.id, member.id, true);
  await like(viewer.id, member.bark);
  await bookmark(viewer.id, member.bark);
  for (const subject of [viewer, friend]) {
    await like(member.id, subject.bark);
    await rebark(member.id, subject.bark);
    await react(member.id, subject.bark, "🦊");
    await bark(member, "An answer", { replyTo: subject.bark });
    await bark(member, "Look at this", { quotes: subject.bark });
  }
}

/** Turns each member into what their kind says. */
async function part(viewer: TestCastMember, cast: Record<CastKind, TestCastMember>): Promise<void> {
  await block(viewer.id, cast.blocked.id);
  await block(cast.blocking.id, viewer.id);
  await mute(viewer.id, cast.muted.id, { duration: 0, notifications: true });
  await change(cast.hiding, "p.hideCollections = true");
  await change(cast.unlisted, "p.discoverable = false");
  await change(cast.limited, "p:Limited");
  await change(cast.suspended, "p:Suspended REMOVE p:Person");
  await change(cast.leaving, "p:DeletionPending REMOVE p:Person");
}

async function change({ id }: TestPerson, what: string): Promise<void> {
  await ask(`MATCH (p:Person {id: $id}) SET ${what} RETURN p.id AS id`, { id }, z.unknown());
}
