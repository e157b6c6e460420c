import type { SettingsChange, TownRule, TownSettings } from "@/lib/settings/schema";
import { cleanText } from "@/lib/text/clean";

/** The maximum lengths of texts in characters, and the numbers of rules, domains and languages. */
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
    text: "Cover what not everybody wants to see.",
    hint: "Mark such pictures as sensitive, or put a content note on the bark.",
  },
  {
    text: "Do not flood the square.",
    hint: "No advertising by the hundred, no copies, no machines that pretend to be people.",
  },
] as const;

const PAGES = ["about", "privacy", "terms"] as const;

/**
 * The settings that a change gives: rules with ids, pages with the time at which they were changed.
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
  for (const page of PAGES) {
    const text = change[page] === undefined ? before[page] : cleanText(change[page]);
    if (text === before[page]) delete given[page];
    else Object.assign(given, { [page]: text, [`${page}_at`]: new Date(now).toISOString() });
  }
  return given;
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
  const within = (parent: string) => domain === parent || domain.endsWith(`.${parent}`);
  if (blocked_domains.some(within)) return false;
  return allowed_domains.length === 0 || allowed_domains.some(within);
}
