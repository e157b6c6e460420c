/**
 * Every key that Barker keeps in Redis. All of it can be computed again from Neo4j, except
 * live streams, whose loss clients detect and repair, and counts of uses and refusals, which begin
 * anew. Keys of one person share a hash tag.
 */
export const keys = {
  /** Sorted set: person → when they were last active (ms); 0 while their timeline is being built. */
  active: "active",
  /** Sorted set: person → when their live stream was last read (ms). */
  listening: "listening",
  /** Sorted set (all scores 0, so ordered by `encodeEntry`): the newest entries of a person's home timeline. */
  timeline: (person: string) => `timeline:{${person}}`,
  /** Set: high-follower authors, whose barks are merged on read; all their followers' timelines include them. */
  highFollowers: "hubs",
  /** Set: the high-follower authors whose barks are merged into a person's home timeline. */
  highFollowersOf: (person: string) => `hubs:{${person}}`,
  /** Sorted set (scores 0, ordered by `encodeEntry`): an author's recent entries, and "!" (there are more) or "!all". */
  newest: (author: string) => `newest:{${author}}`,
  /** Stream: the live events of a person. */
  live: (person: string) => `live:{${person}}`,
  /** Hash, kept `ORDER_SECONDS`: "all" and "own" (the author's devices) → the author's newest delivered bark or rebark. */
  order: (author: string) => `order:{${author}}`,
  /** Sorted set: gateway → until when (ms) the person's connection there is registered. */
  online: (person: string) => `online:{${person}}`,
  /** Sorted set (all scores 0, so ordered by id): a person's newest alerts, and markers of the list's state. */
  alerts: (person: string) => `alerts:{${person}}`,
  /** Marks a deleted bark for `TOMBSTONE_SECONDS`, so that a late fan-out does not bring it back. */
  tombstone: (bark: string) => `tombstone:${bark}`,
  /** Sorted set: person → when pushes to their devices are due (ms). */
  pushes: "pushes",
  /** Sorted set: alert → when it was queued for a person's devices (ms), so that it is pushed once. */
  pushSeen: (person: string) => `push:seen:{${person}}`,
  /** Sorted set: alert → when its push is due (ms); "recall:…" records that alerts were read. */
  pushWaiting: (person: string) => `push:waiting:{${person}}`,
  /** Hash: "device tag" → the last push ("alert ms 1", with 0 while it is being sent); "device" → its failures. */
  pushTold: (person: string) => `push:told:{${person}}`,
  /** Sorted set: bark → when its link card is to be made (ms). */
  cards: "cards",
  /** Lock: the worker that fetches an address for its link card. */
  cardLock: (address: string) => `lock:card:${address}`,
  /** Sorted set: public bark → its score from the acts of the last hour. */
  popular: "popular",
  /** Sorted set: "bark kind person" → when (ms): the acts of the last hour. */
  popularActs: "popular:acts",
  /** The epoch in which popularity was rebuilt from the graph. */
  popularEpoch: "popular:epoch",
  /** String, kept `TRENDS_BARK_SECONDS`: the terms that a bark counted for; "-" when it was deleted. */
  trendsBark: (bark: string) => `{trends}:bark:${bark}`,
  /** Prefix of hashes: author → their last mentions of a term; "=" → the term's state then. Kept `TRENDS_SECONDS` or `TRENDS_WEEK_SECONDS`. */
  trendsTerm: "{trends}:term:",
  /** Hash, kept `TRENDS_FIRST_SECONDS`: term that only one person used in these six hours → who, when, in which bark. */
  trendsFirst: (sixHours: number) => `{trends}:first:${sixHours}`,
  /** Sorted set: term → logarithm of its rise, so that the order stays valid as time passes. */
  trendsTop: "{trends}:top",
  /** The first minute from which barks are counted, kept `TRENDS_WEEK_SECONDS`. */
  trendsSince: "{trends}:since",
  /** The epoch in which trends were rebuilt from the graph. */
  trendsEpoch: "{trends}:epoch",
  /** Lock: the worker that rebuilds trends from the graph. */
  trendsLock: "{trends}:lock",
  /** The epoch: an id given when Redis was last found empty. When it is missing, all other data is missing too. */
  epoch: "epoch",
  /** The heartbeat: when (ms) a worker last found Redis healthy. A value that goes back shows that Redis lost data. */
  pulse: "pulse",
  /** Stream: jobs that workers still have to run. */
  jobs: "jobs",
  /** Stream: jobs that failed five times. */
  deadJobs: "jobs:dead",
  /** Lock: the worker that rebuilds popularity. */
  popularLock: "lock:popular",
  /** Lock: the worker that restores what Redis lost. */
  epochLock: "lock:epoch",
  /** Lock: the worker that is the relay, enqueueing outbox entries that were not enqueued. */
  relayLock: "lock:relay",
  /** What the answer to a passkey challenge may be used for; valid for five minutes and one use. */
  passkeyChallenge: (challenge: string) => `passkey:${challenge}`,
  /** String, kept `LINK_SECONDS`: what one device of a person leaves for another that it links; encrypted, taken once. */
  messageLink: (person: string, mailbox: string) => `link:{${person}}:${mailbox}`,
  /** Who recently confirmed their identity in a web session; valid for five minutes. */
  confirmed: (session: string) => `confirmed:${session}`,
  /** The sealed secret that waits for the first code of an authenticator app, and its person, in a web session. */
  twoFactorPending: (session: string) => `two-factor:${session}`,
  /** Sorted set, kept `REFUSALS_SECONDS`: blocked e-mail domain → how many sign-ups it refused on a day (of Unix time). */
  refusals: (day: number) => `refusals:${day}`,
  /** Sorted set, kept `FAILED_MAILS_SECONDS`: a mail that could not be sent, as JSON → when (ms). */
  failedMails: "mails:failed",
  /** The number of uses of a rate limit in one of its windows. */
  rateLimit: (rule: string, who: string, window: number) => `limit:{${rule}:${who}}:${window}`,
} as const;

/** Channels that gateways subscribe to. */
export const channels = {
  /** Wake-ups for the people connected to one gateway. */
  gateway: (gateway: string) => `gateway:${gateway}`,
  /** Changes of one bark, for the gateways where it is being watched. */
  bark: (bark: string) => `bark:${bark}`,
  /** New, edited and deleted barks, for the gateways where somebody listens to Town, a topic or a list. */
  barks: "barks",
  /** The ids of lists whose members or policy changed, for the same gateways. */
  lists: "lists",
  /** Redis lost its data: every gateway registers its connections again. */
  epoch: "epoch",
  /** Sessions that ended: every gateway closes their connections. */
  signedOut: "signed-out",
  /** What the town announces, for everybody who is connected. */
  announcements: "announcements",
  /** Something is to be added to the key log: for the worker that sequences it. */
  keyLog: "key-log",
  /** Cache invalidations, for every process that may hold a cached value. */
  changed: "changed",
} as const;

/** The keys that a script needs to send events to people, three for each: timeline, live stream, gateways. */
export const deliveryKeys = (people: string[]): string[] =>
  people.flatMap((person) => [keys.timeline(person), keys.live(person), keys.online(person)]);

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** The maximum number of entries in a home timeline; older ones are read from the graph. */
export const HOME_LENGTH = 400;
/** How many recent entries of a high-follower author are cached. */
export const NEWEST_LENGTH = 400;
/** A rebark is not shown when the same bark is among this many entries directly below it. */
export const REPEAT_WINDOW = 40;
/** The maximum number of events in a live stream, and how long it is kept. */
export const LIVE_LENGTH = 500;
export const LIVE_SECONDS = 7 * DAY;
/** How many of the newest events are searched for a duplicate, where no list records what was sent. */
export const SENT_DEPTH = 100;
/** How long an author's newest delivered bark is remembered; after that, the graph is queried. */
export const ORDER_SECONDS = DAY;
/** How long a deleted bark is remembered: longer than any job for it can take. */
export const TOMBSTONE_SECONDS = HOUR;
/** People active within this many days have a timeline in Redis; their activity is recorded at most this often. */
export const ACTIVE_DAYS = 14;
export const ACTIVE_NOTED_MS = 10 * 60 * 1_000;
/** The maximum number of cached alerts per person, and how long after the last read; older ones are in the graph. */
export const ALERTS_LENGTH = 400;
export const ALERTS_SECONDS = 14 * DAY;
/** The time limit for building a list of alerts. */
export const ALERTS_BUILDING_SECONDS = 60;
/** How many pushes may wait per person; how many are remembered as queued, and for how long (longer than one is new). */
export const PUSH_LENGTH = 500;
export const PUSH_SECONDS = 25 * HOUR;
/** How long the pushes that a device shows are remembered. */
export const PUSH_TOLD_SECONDS = 7 * DAY;
/** How long (ms) a push may take before another worker retries it. */
export const PUSH_LOCK_MS = 20_000;
/** The half-life (minutes) of a mention of a term; after `TRENDS_WINDOW` it counts for nothing. */
export const TRENDS_HALF = 120;
export const TRENDS_WINDOW = 12 * 60;
/** The maximum number of people per term, of rising terms, and of terms that only one person used. */
export const TRENDS_AUTHORS = 500;
export const TRENDS_RISING = 5_000;
export const TRENDS_FIRSTS = 100_000;
/** The usual use of a term: authors in each six hours (minutes) of a week, and in the two before that are compared. */
export const TRENDS_SLOT = 6 * 60;
export const TRENDS_SLOTS = 4 * 7 + 2;
/** How long terms, terms of one person, and a bark's terms are kept: an hour longer than they can count. */
export const TRENDS_SECONDS = 2 * DAY;
/** Terms that were used this often (authors in six hours) in a week are kept for a week. */
export const TRENDS_USED = 4;
export const TRENDS_WEEK_SECONDS = 8 * DAY;
export const TRENDS_FIRST_SECONDS = 12 * HOUR;
export const TRENDS_BARK_SECONDS = (TRENDS_WINDOW + 60) * 60;
/** How long a passkey challenge and a confirmation are valid. */
export const CHALLENGE_SECONDS = 300;
export const CONFIRMED_SECONDS = 300;
/** How long a secret waits for the first code of an authenticator app. */
export const ENROLMENT_SECONDS = 600;
/** How long refused sign-ups are counted: a day longer than the week that staff are shown. */
export const REFUSALS_SECONDS = 8 * DAY;
/** How many mails that could not be sent are noted, and how long after the last one. */
export const FAILED_MAILS = 200;
export const FAILED_MAILS_SECONDS = 7 * DAY;
/** How long a device has to take what another one left for it. */
export const LINK_SECONDS = 300;

/**
 * The constants above that scripts use: each script gets those that it names as local variables. A key that contains
 * "%s" can only be completed by a script at run time.
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
  TRENDS_SLOT,
  TRENDS_SLOTS,
  TRENDS_USED,
  TRENDS_SECONDS,
  TRENDS_WEEK_SECONDS,
  TRENDS_FIRST_SECONDS,
  TRENDS_BARK_SECONDS,
  REFUSALS_SECONDS,
  FAILED_MAILS,
  FAILED_MAILS_SECONDS,
  NEWEST_KEY: keys.newest("%s"),
  TRENDS_TERM_KEY: `${keys.trendsTerm}%s`,
  GATEWAY_CHANNEL: channels.gateway("%s"),
  EPOCH_CHANNEL: channels.epoch,
  BARKS_CHANNEL: channels.barks,
};
