import { subscribe, type AppEvent } from "@/app/_client/events";
import type { Status } from "@/lib/barks/schema";
import type { Poll } from "@/lib/polls/schema";
import type { Counts } from "@/lib/realtime/events";

type Reactions = Status["emoji_reactions"];
type StatusPoll = Status["poll"];
export type StatusPatch = (status: Status) => Status;

interface Entry {
  /** As the server last sent it. */
  told: Status;
  /** When that was, in Unix ms. */
  at: number;
  /** `told` with the changes made here since. */
  shown: Status;
}

// One bark is one object, however many cards of a page show it.
const entries = new Map<string, Entry>();
/** The changes made here that are not stored yet, by bark, also for barks that no card shows so far. */
const pending = new Map<string, Map<string, StatusPatch>>();
const gone = new Set<string>();
const listeners = new Map<string, Set<() => void>>();
const taken = new WeakSet<Status>();

/** The current state of a bark, if anything newer is known than what its page was given. */
export function currentStatus(id: string): Status | undefined {
  return entries.get(id)?.shown;
}

/** Whether a bark was deleted while the page was open. */
export function isDeleted(id: string): boolean {
  return gone.has(id);
}

/** Calls back when this bark changes, until the returned function is called. */
export function subscribeBark(id: string, changed: () => void): () => void {
  const set = listeners.get(id) ?? new Set();
  listeners.set(id, set.add(changed));
  return () => {
    set.delete(changed);
    if (set.size > 0) return;
    listeners.delete(id);
    showLateCard(id);
  };
}

/** Takes over a bark that the server rendered for this viewer: it is the newest state. */
export function ingest(status: Status): void {
  if (taken.has(status)) return;
  taken.add(status);
  if (status.reblog) return ingest(status.reblog);
  put(status.id, status);
}

/** Takes over a bark from a list of the offline cache: it counts only while nothing newer is known. */
export function ingestCached(status: Status): void {
  const bark = status.reblog ?? status;
  taken.add(status).add(bark);
  if (!entries.has(bark.id)) put(bark.id, bark, 0);
}

/** Those of these barks that were not updated for this many milliseconds. */
export function olderThan(ids: string[], ms: number): string[] {
  return ids.filter((id) => Date.now() - (entries.get(id)?.at ?? 0) > ms);
}

/** Sets the change that is being sent to the server; `null` when it has arrived or failed. */
export function setOptimistic(id: string, key: string, change: StatusPatch | null): void {
  const changes = pending.get(id) ?? new Map<string, StatusPatch>();
  if (change) changes.set(key, change);
  else changes.delete(key);
  if (changes.size > 0) pending.set(id, changes);
  else pending.delete(id);
  const entry = entries.get(id);
  if (entry) put(id, entry.told, entry.at);
}

/** Cards that came while their bark was on screen. */
const lateCards = new Map<string, Status["card"]>();

/**
 * A card that comes late would move what somebody reads, so a bark that is on screen gets it when it is shown again. An
 * edit changes the bark's height anyway.
 */
function withoutLateCard(known: Status, told: Status): Status {
  if (told.card?.url === known.card?.url) return told;
  if (!listeners.has(told.id) || told.version !== known.version) {
    lateCards.delete(told.id);
    return told;
  }
  lateCards.set(told.id, told.card);
  return { ...told, card: known.card };
}

function showLateCard(id: string): void {
  const entry = entries.get(id);
  const card = lateCards.get(id);
  lateCards.delete(id);
  if (entry && card !== undefined) put(id, { ...entry.told, card }, entry.at);
}

function put(id: string, news: Status, at = Date.now()): void {
  const known = entries.get(id)?.told;
  const told = known ? withoutLateCard(known, news) : news;
  const changes = [...(pending.get(id)?.values() ?? [])];
  entries.set(id, { told, at, shown: changes.reduce((shown, change) => change(shown), told) });
  tellListeners(id);
}

function tellListeners(id: string): void {
  for (const changed of listeners.get(id) ?? []) changed();
}

function hear(news: AppEvent): void {
  if (news.type === "gone") {
    gone.add(news.id);
    tellListeners(news.id);
  } else if (news.type === "back") {
    gone.delete(news.status.id);
    tellListeners(news.status.id);
  } else if (news.type === "sent") ingest(news.status);
  else if (news.type === "arrived" || news.type === "edited") learn(news.status);
  else if (news.type === "counts") updateCounts(news.counts);
}

/** Live events show a bark without a viewer's own flags: those that are known stay. */
function learn(status: Status): void {
  const told = status.reblog ?? status;
  taken.add(status).add(told);
  const entry = entries.get(told.id);
  put(told.id, entry ? mergeStatus(entry.told, told) : told);
}

function updateCounts(counts: Counts): void {
  const entry = entries.get(counts.id);
  if (entry) put(counts.id, withCounts(entry.told, counts), entry.at);
}

/** A bark from a live event, with this viewer's own flags. */
export function mergeStatus(known: Status, told: Status): Status {
  const { favourited, favourited_version, reblogged, bookmarked, pinned, muted, filtered } = known;
  return {
    ...told,
    // An event that was written before the card came may arrive after it.
    card: told.card ?? (told.version === known.version ? known.card : null),
    favourited,
    favourited_version,
    reblogged,
    bookmarked,
    pinned,
    muted,
    filtered,
    poll: mergePoll(known.poll, told.poll),
    in_reply_to_excerpt: told.in_reply_to_excerpt ?? known.in_reply_to_excerpt,
    emoji_reactions: mine(known.emoji_reactions, told.emoji_reactions),
  };
}

/** New counters of a bark; the viewer's own reactions stay marked. */
export function withCounts(known: Status, counts: Counts): Status {
  const { favourites_count, reblogs_count, replies_count, quotes_count } = counts;
  const emoji_reactions = mine(known.emoji_reactions, counts.emoji_reactions);
  const poll = counts.poll ? mergePoll(known.poll, counts.poll) : known.poll;
  return { ...known, favourites_count, reblogs_count, replies_count, quotes_count, emoji_reactions, poll };
}

/** A poll from a live event, which does not say what this viewer chose. With other options it is a new one. */
function mergePoll(known: StatusPoll, told: StatusPoll): StatusPoll {
  if (!told || !known || told.voted !== undefined) return told;
  const titles = (poll: Poll) => poll.options.map(({ title }) => title).join("\n");
  const same = titles(known) === titles(told) && known.multiple === told.multiple;
  return same ? { ...told, voted: known.voted, own_votes: known.own_votes } : { ...told, voted: false, own_votes: [] };
}

/** Takes over a poll after voting in it. */
export function ingestPoll(id: string, poll: Poll): void {
  const entry = entries.get(id);
  if (entry) put(id, { ...entry.told, poll });
}

function mine(known: Reactions, told: Reactions): Reactions {
  const own = new Set(known.filter(({ me }) => me).map(({ name }) => name));
  return told.map((reaction) => ({ ...reaction, me: own.has(reaction.name) }));
}

/** Likes or unlikes. */
export function withLike(status: Status, on: boolean): Status {
  const by = step(status.favourited, on);
  return { ...status, favourited: on, favourites_count: Math.max(0, status.favourites_count + by) };
}

/** Rebarks or undoes the rebark. */
export function withRebark(status: Status, on: boolean): Status {
  const by = step(status.reblogged, on);
  return { ...status, reblogged: on, reblogs_count: Math.max(0, status.reblogs_count + by) };
}

/** Adds or removes a reaction; an emoji that nobody gives any more is not shown. */
export function withReaction(status: Status, name: string, on: boolean): Status {
  const there = status.emoji_reactions.find((reaction) => reaction.name === name);
  if (!there) {
    return on ? { ...status, emoji_reactions: [...status.emoji_reactions, { name, count: 1, me: true }] } : status;
  }
  const count = there.count + step(there.me, on);
  const emoji_reactions = status.emoji_reactions
    .map((reaction) => (reaction === there ? { name, count, me: on } : reaction))
    .filter((reaction) => reaction.count > 0);
  return { ...status, emoji_reactions };
}

/** Votes in its poll. */
export function withVote(status: Status, choices: number[]): Status {
  const { poll } = status;
  if (!poll || poll.voted) return status;
  const options = poll.options.map((option, place) =>
    choices.includes(place) && option.votes_count !== null
      ? { ...option, votes_count: option.votes_count + 1 }
      : option,
  );
  const counted = { votes_count: poll.votes_count + choices.length, voters_count: poll.voters_count + 1 };
  return { ...status, poll: { ...poll, ...counted, options, voted: true, own_votes: choices } };
}

function step(was: boolean, on: boolean): -1 | 0 | 1 {
  if (was === on) return 0;
  return on ? 1 : -1;
}

subscribe(hear);
