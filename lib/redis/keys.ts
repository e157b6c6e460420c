/**
 * Every key that Barker keeps in Redis. All of it can be computed again from Neo4j, except
 * live streams, whose loss clients detect and repair. Keys of one person share a hash tag.
 */
export const keys = {
  /** Sorted set: person → when last seen (ms); 0 while their timeline is being built. */
  active: "active",
  /** Sorted set: person → when their live stream was last asked for (ms). */
  listening: "listening",
  /** Sorted set (all scores 0, so ordered by `encodeEntry`): the newest entries of a person's home timeline. */
  timeline: (person: string) => `timeline:{${person}}`,
  /** Set: high-follower authors, whose barks are merged on read; all their followers' timelines know of it. */
  highFollowers: "hubs",
  /** Set: the high-follower authors whose barks are merged into a person's home timeline. */
  highFollowersOf: (person: string) => `hubs:{${person}}`,
  /** Sorted set (scores 0, ordered by `encodeEntry`): an author's recent entries, and "!" (there are more) or "!all". */
  newest: (author: string) => `newest:{${author}}`,
  /** Stream: the live events of a person. */
  live: (person: string) => `live:{${person}}`,
  /** Hash, `ORDER_SECONDS`: "all" and "own" (the author's devices) → the author's newest delivered bark or rebark. */
  order: (author: string) => `order:{${author}}`,
  /** Sorted set: gateway → until when (ms) the person is connected there. */
  online: (person: string) => `online:{${person}}`,
  /** Sorted set (all scores 0, so ordered by id): the newest of a person's alerts, and marks of its state. */
  alerts: (person: string) => `alerts:{${person}}`,
  /** Marks a deleted bark for `TOMBSTONE_SECONDS`, so that a late fan-out does not bring it back. */
  tombstone: (bark: string) => `tombstone:${bark}`,
  /** Sorted set: person → when their devices are to be told something (ms). */
  pushes: "pushes",
  /** Sorted set: alert → when it was noted for a person's devices (ms): it is told once. */
  pushSeen: (person: string) => `push:seen:{${person}}`,
  /** Sorted set: alert → when a person's devices are to be told of it (ms); "recall:…": that alerts were read. */
  pushWaiting: (person: string) => `push:waiting:{${person}}`,
  /** Hash: "device tag" → what was told last ("alert ms 1", 0 while it is being sent); "device" → its failures. */
  pushTold: (person: string) => `push:told:{${person}}`,
  /** Sorted set: public bark → what it counts by the acts of the last hour. */
  popular: "popular",
  /** Sorted set: "bark kind person" → when (ms): the acts that count now. */
  popularActs: "popular:acts",
  /** The epoch in which popularity was built from the graph. */
  popularEpoch: "popular:epoch",
  /** String, `TRENDS_BARK_SECONDS`: the terms that a bark counted for; "-" when it was deleted. */
  trendsBark: (bark: string) => `{trends}:bark:${bark}`,
  /** Prefix of hashes: author → their last mentions of a term; "=" → how it stood then. Kept `TRENDS_SECONDS`. */
  trendsTerm: "{trends}:term:",
  /** Hash, `TRENDS_FIRST_SECONDS`: term that only one person said in these six hours → who, when, in which bark. */
  trendsFirst: (sixHours: number) => `{trends}:first:${sixHours}`,
  /** Sorted set: term → logarithm of how much it rises: the order stays right with time. */
  trendsTop: "{trends}:top",
  /** The epoch in which trends were counted from the graph. */
  trendsEpoch: "{trends}:epoch",
  /** Lock: which worker counts trends from the graph. */
  trendsLock: "{trends}:lock",
  /** The epoch: an id given when Redis was last found empty. When it is missing, all other data is missing too. */
  epoch: "epoch",
  /** The heartbeat: when (ms) a worker last found Redis healthy. A value that went back shows that Redis lost data. */
  pulse: "pulse",
  /** Stream: jobs that workers still have to run. */
  jobs: "jobs",
  /** Stream: jobs that failed five times. */
  deadJobs: "jobs:dead",
  /** Lock: which worker builds popularity anew. */
  popularLock: "lock:popular",
  /** Lock: which worker restores what Redis lost. */
  epochLock: "lock:epoch",
  /** Lock: which worker is the relay, enqueueing outbox entries that were not enqueued. */
  relayLock: "lock:relay",
  /** What the answer to a passkey's challenge may be used for; five minutes, and once. */
  passkeyChallenge: (challenge: string) => `passkey:${challenge}`,
  /** Who confirmed lately, in a web session, that it is them; five minutes. */
  confirmed: (session: string) => `confirmed:${session}`,
  /** How often somebody used what a rule limits, in one of its windows. */
  rateLimit: (rule: string, who: string, window: number) => `limit:{${rule}:${who}}:${window}`,
} as const;

/** Channels that gateways subscribe to. */
export const channels = {
  /** Wake-ups for the people connected to one gateway. */
  gateway: (gateway: string) => `gateway:${gateway}`,
  /** Changes of one bark, for the gateways where it is watched. */
  bark: (bark: string) => `bark:${bark}`,
  /** Redis lost its data: every gateway registers its connections again. */
  epoch: "epoch",
  /** Sessions that ended: every gateway disconnects them. */
  signedOut: "signed-out",
  /** Cache invalidations, for every process that may hold a cached value. */
  changed: "changed",
} as const;

/** The keys that a script needs to send events to people, three of each: timeline, live stream, gateways. */
export const deliveryKeys = (people: string[]): string[] =>
  people.flatMap((person) => [keys.timeline(person), keys.live(person), keys.online(person)]);

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** How many entries a home timeline keeps; older ones are read from the graph. */
export const HOME_LENGTH = 400;
/** How many recent entries of a high-follower author are cached. */
export const NEWEST_LENGTH = 400;
/** A rebark is not shown when the same bark is among so many entries right below it. */
export const REPEAT_WINDOW = 40;
/** How many events a live stream keeps, and for how long. */
export const LIVE_LENGTH = 500;
export const LIVE_SECONDS = 7 * DAY;
/** How many of its newest events are searched for one that may have been sent already, where no list tells. */
export const SENT_DEPTH = 100;
/** How long the last delivered bark of an author is remembered; after that the graph is asked. */
export const ORDER_SECONDS = DAY;
/** How long a deleted bark is remembered: longer than a job for it can be on its way. */
export const TOMBSTONE_SECONDS = HOUR;
/** People who were active within this many days have a timeline in Redis; that they are is noted no more often than so. */
export const ACTIVE_DAYS = 14;
export const ACTIVE_NOTED_MS = 10 * 60 * 1_000;
/** How many alerts are kept for a person, and for how long after they last looked; others are in the graph. */
export const ALERTS_LENGTH = 400;
export const ALERTS_SECONDS = 14 * DAY;
/** How long somebody may take to build a list of alerts. */
export const ALERTS_BUILDING_SECONDS = 60;
/** How many pushes wait for a person, and how many are remembered as queued, and for how long: longer than one is new. */
export const PUSH_LENGTH = 500;
export const PUSH_SECONDS = 25 * HOUR;
/** How long it is remembered what a device shows. */
export const PUSH_TOLD_SECONDS = 7 * DAY;
/** How long (ms) a push may take before another worker sends it. */
export const PUSH_LOCK_MS = 20_000;
/** A mention of a term counts half as much after so many minutes, and nothing after `TRENDS_WINDOW`. */
export const TRENDS_HALF = 120;
export const TRENDS_WINDOW = 12 * 60;
/** How many people's mentions a term keeps, how many terms rise, and how many are held that one person said. */
export const TRENDS_AUTHORS = 500;
export const TRENDS_RISING = 5_000;
export const TRENDS_FIRSTS = 100_000;
/** How long terms are kept, those of one person, and what a bark counted for: an hour longer than it can count. */
export const TRENDS_SECONDS = 2 * DAY;
export const TRENDS_FIRST_SECONDS = 12 * HOUR;
export const TRENDS_BARK_SECONDS = (TRENDS_WINDOW + 60) * 60;
/** How long a passkey's challenge, and a confirmation, are valid. */
export const CHALLENGE_SECONDS = 300;
export const CONFIRMED_SECONDS = 300;

/**
 * What scripts know of the above: each gets those that it names as local variables. A key in which "%s" stands is one
 * that a script can only make when it runs.
 */
export const SCRIPT_CONSTANTS: Readonly<Record<string, number | string>> = {
  HOME_LENGTH,
  REPEAT_WINDOW,
  LIVE_LENGTH,
  LIVE_SECONDS,
  SENT_DEPTH,
  ORDER_SECONDS,
  TOMBSTONE_SECONDS,
  ACTIVE_NOTED_MS,
  ALERTS_LENGTH,
  ALERTS_SECONDS,
  ALERTS_BUILDING_SECONDS,
  NEWEST_LENGTH,
  PUSH_LENGTH,
  PUSH_SECONDS,
  PUSH_TOLD_SECONDS,
  PUSH_LOCK_MS,
  TRENDS_HALF,
  TRENDS_WINDOW,
  TRENDS_AUTHORS,
  TRENDS_RISING,
  TRENDS_FIRSTS,
  TRENDS_SECONDS,
  TRENDS_FIRST_SECONDS,
  TRENDS_BARK_SECONDS,
  NEWEST_KEY: keys.newest("%s"),
  TRENDS_TERM_KEY: `${keys.trendsTerm}%s`,
  GATEWAY_CHANNEL: channels.gateway("%s"),
  EPOCH_CHANNEL: channels.epoch,
};
