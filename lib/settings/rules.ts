import type { SettingsChange, TownRule, TownSettings } from "@/lib/settings/schema";
import { cleanText } from "@/lib/text/clean";

/** The maximum lengths of texts in characters, and the numbers of rules, domains, languages and words. */
export const SETTINGS_LIMITS = {
  name: 60,
  description: 400,
  rule: 200,
  hint: 600,
  rules: 30,
  message: 600,
  reason: 500,
  page: 40_000,
  domains: 500,
  languages: 10,
  word: 100,
  words: 500,
} as const;

/** The fewest and the most days for which things can be kept. */
export const RETENTION_DAYS = {
  deletion: { min: 1, max: 60 },
  unused: { min: 7, max: 365 },
  /** A measure can be appealed against for twenty days. */
  records: { min: 30, max: 3_650 },
} as const;

/** The rules of a town whose operators wrote none. */
export const TOWN_RULES = [
  {
    text: "Be kind.",
    hint: "Disagree with what somebody said, not with who they are. No hate, no threats, no pestering.",
  },
  { text: "Be who you say you are.", hint: "Jokes and pen names are welcome. Pretending to be somebody else is not." },
  {
    text: "Leave other people’s private things out of it.",
    hint: "No addresses, telephone numbers, letters or pictures that were not meant for everybody.",
  },
  {
    text: "Cover what some would rather not see.",
    hint: "Mark such pictures as sensitive, or put a content note on the bark.",
  },
  {
    text: "Do not flood the square.",
    hint: "No advertising by the hundred, no copies, no machines that pretend to be people.",
  },
] as const;

const PAGES = ["about", "privacy", "terms"] as const;
const WORD_LISTS = ["blocked_words", "held_words"] as const;
const DOMAIN_LISTS = ["allowed_domains", "blocked_domains"] as const;
/** How long things are kept, which Barker's own privacy page says. */
const KEPT = ["deletion_days", "unused_days", "report_days", "measure_days"] as const;
/** What only owners decide: how well their staff are protected, and what is deleted for good. */
const FOR_OWNERS = ["staff_two_factor", ...KEPT] as const;

/** Whether a change of the settings is for owners only. */
export function isForOwners(change: SettingsChange): boolean {
  return FOR_OWNERS.some((name) => change[name] !== undefined);
}

/**
 * The settings that a change gives: rules with ids, pages and blocked domains with the times at which they were changed
 * and blocked, words and domains once each.
 * @param newRuleId makes the id of a new rule
 * @param now Unix ms
 */
export function changed(
  before: TownSettings,
  { rules, ...change }: SettingsChange,
  newRuleId: () => string,
  now: number,
): Partial<TownSettings> {
  const given: Partial<TownSettings> = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  );
  if (rules) given.rules = rules.map((rule) => withId(rule, before.rules, newRuleId));
  for (const list of WORD_LISTS) if (change[list]) given[list] = distinct(change[list]);
  for (const list of DOMAIN_LISTS) if (change[list]) given[list] = [...new Set(change[list])];
  if (given.blocked_domains) given.blocked_domains_at = blockedTimes(before, given.blocked_domains, now);
  for (const page of PAGES) {
    const text = change[page] === undefined ? before[page] : cleanText(change[page]);
    if (text === before[page]) delete given[page];
    else Object.assign(given, { [page]: text, [`${page}_at`]: new Date(now).toISOString() });
  }
  const isKeptOtherwise = KEPT.some((name) => change[name] !== undefined && change[name] !== before[name]);
  if (isKeptOtherwise && (given.privacy ?? before.privacy) === "") given.privacy_at = new Date(now).toISOString();
  return given;
}

/** When each of these domains was blocked: now, unless it was blocked before. */
function blockedTimes(before: TownSettings, domains: string[], now: number): TownSettings["blocked_domains_at"] {
  const time = (domain: string) =>
    before.blocked_domains.includes(domain) ? before.blocked_domains_at[domain] : new Date(now).toISOString();
  return Object.fromEntries(
    domains.flatMap((domain) => {
      const at = time(domain);
      return at === undefined ? [] : [[domain, at]];
    }),
  );
}

/** Words without blanks, each once, in the spelling that comes first. */
function distinct(words: string[]): string[] {
  const said = words.map((word) => cleanText(word).replace(/\s+/g, " ")).filter((word) => word !== "");
  const keys = said.map((word) => word.toLowerCase());
  return said.filter((_, place) => keys.indexOf(keys[place] ?? "") === place);
}

/** A rule keeps its id only if there is one with that id, so that nobody can take the id of a rule that is gone. */
function withId(
  { id, text, hint }: { id?: string; text: string; hint: string },
  known: TownRule[],
  newRuleId: () => string,
): TownRule {
  const kept = known.some((rule) => rule.id === id) ? id : undefined;
  return { id: kept ?? newRuleId(), text, hint };
}

/** What is said where nobody can join by themselves, by how people come in; the operators may say it in their own words. */
const CLOSED = {
  invitation: "This town takes new people by invitation. Somebody who lives here can send you one.",
  closed: "This town takes no new people at the moment.",
} as const;

/** What a town is called. */
export const nameOf = ({ name }: Pick<TownSettings, "name">): string => name || "Barker";

/** Why nobody can join by themselves; null where they can. */
export function closedText({ registrations, closed_message }: TownSettings): string | null {
  if (registrations === "open" || registrations === "request") return null;
  return closed_message || CLOSED[registrations];
}

/** Whether somebody with an address of this domain (in its ASCII form) may join. */
export function isDomainAllowed(
  { allowed_domains, blocked_domains }: Pick<TownSettings, "allowed_domains" | "blocked_domains">,
  domain: string,
): boolean {
  if (blockingDomains({ blocked_domains }, domain).length > 0) return false;
  return allowed_domains.length === 0 || allowed_domains.some((parent) => isWithin(domain, parent));
}

/** The blocked domains that the domain of an address (in its ASCII form) is one of, or lies in. */
export function blockingDomains({ blocked_domains }: Pick<TownSettings, "blocked_domains">, domain: string): string[] {
  return blocked_domains.filter((parent) => isWithin(domain, parent));
}

const isWithin = (domain: string, parent: string) => domain === parent || domain.endsWith(`.${parent}`);

/** How much of a value, and how many of a list, the staff log quotes. */
const QUOTED = { characters: 80, entries: 10 } as const;

/**
 * What a change made of the settings, for the staff log: a line for each that differs, with its old and its new value; of
 * a page only the lengths, of a list what came and went. Empty when nothing differs.
 */
export function differences(before: TownSettings, after: TownSettings): string {
  const names = (Object.keys(after) as (keyof TownSettings)[]).filter((name) => !name.endsWith("_at"));
  return names
    .flatMap((name) => {
      const difference = differenceOf(name, before[name], after[name]);
      return difference === null ? [] : [`${name.replaceAll("_", " ")}: ${difference}`];
    })
    .join("\n");
}

function differenceOf(name: keyof TownSettings, old: unknown, now: unknown): string | null {
  if (JSON.stringify(old) === JSON.stringify(now)) return null;
  if (Array.isArray(old) && Array.isArray(now)) {
    const [had, has] = [old.map(entryText), now.map(entryText)];
    const came = has.filter((entry) => !had.includes(entry)).map((entry) => `+ ${entry}`);
    const went = had.filter((entry) => !has.includes(entry)).map((entry) => `− ${entry}`);
    const all = [...came, ...went];
    const more = all.length > QUOTED.entries ? [`and ${all.length - QUOTED.entries} more`] : [];
    return all.length > 0 ? [...all.slice(0, QUOTED.entries), ...more].join(", ") : "explained or ordered differently";
  }
  const isPage = PAGES.some((page) => page === name);
  const shown = (value: unknown) => (isPage ? `${String(value).length} characters` : quoted(String(value)));
  return `${shown(old)} → ${shown(now)}`;
}

const entryText = (entry: string | TownRule) => quoted(typeof entry === "string" ? entry : entry.text);

function quoted(text: string): string {
  const [line = ""] = text.split("\n");
  return `“${line.length > QUOTED.characters ? `${line.slice(0, QUOTED.characters)}…` : line}”`;
}
