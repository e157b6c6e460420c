import { references } from "@/lib/barks/rules";
import { handleKey } from "@/lib/people/rules";
import { HOUR, MINUTE } from "@/local/town/clock";
import { answerBark, feel, likeBark } from "@/local/town/deeds";
import type { Community, HeardBark, Resident } from "@/local/town/community";
import type { Later } from "@/local/town/later";
import { subjectOf } from "@/local/town/words";

/** Older barks are left to random answers. */
const NEWS = 3 * MINUTE;
/** The maximum number of answers to one visitor per hour, and the maximum depth of a conversation with one. */
const HOURLY = 12;
const DEEPEST = 6;

/** Words of serious subjects, which get no jokes. */
export const HEAVY =
  /\b(died|dies|dead|death|dying|funeral|grief|griev\w+|cancer|hospital|suicid\w+|kill\w*|lost my|passed away|miscarr\w+|divorce\w*|depress\w+|abus\w+|assault\w*|scared|afraid|lonely|crying|hurt|hate|help me)\b/i;

/** Notices barks of people outside the town and lets a few townspeople answer within a minute. */
export interface Greeter {
  notice: (town: Community, recent: readonly HeardBark[], later: Later) => void;
}

export function greeter(now: () => number = Date.now): Greeter {
  const seen = new Set<string>();
  const answered = new Map<string, number[]>();

  /** Whether a visitor may get another answer this hour, which is then counted. */
  function mayAnswer(authorId: string): boolean {
    const lately = (answered.get(authorId) ?? []).filter((at) => at > now() - HOUR);
    if (lately.length >= HOURLY) return false;
    answered.set(authorId, [...lately, now()]);
    return true;
  }

  function greet(town: Community, bark: HeardBark, later: Later): void {
    const seconds = (least: number, most: number) => (least + town.random() * (most - least)) * 1_000;
    if (HEAVY.test(bark.text)) {
      later.add(seconds(15, 40), () => feel(town, bark, "❤️"));
      return;
    }
    const partner = spokenTo(town, bark);
    later.add(seconds(5, 25), () => likeBark(town, bark));
    if (town.random() < 0.4) later.add(seconds(25, 120), () => likeBark(town, bark));
    if (town.random() < 0.35) later.add(seconds(10, 50), () => feel(town, bark));
    if (bark.depth >= DEEPEST || (bark.answers !== null && !partner) || !mayAnswer(bark.authorId)) return;
    const turn = partner && bark.answers ? undefined : subjectOf(bark.text) === null ? "welcome" : "answer";
    later.add(seconds(10, 38), () => answerBark(town, bark, partner, turn));
  }

  return {
    notice(town, recent, later) {
      for (const bark of recent) {
        if (town.residents.has(bark.authorId) || seen.has(bark.id)) continue;
        seen.add(bark.id);
        if (bark.at > now() - NEWS) greet(town, bark, later);
      }
    },
  };
}

/** The townsperson that a bark answers or mentions. */
function spokenTo({ residents }: Community, bark: HeardBark): Resident | null {
  const parent = residents.get(bark.answers ?? "");
  if (parent) return parent;
  const { mentions } = references(bark.text);
  return [...residents.values()].find(({ person }) => mentions.includes(handleKey(person.handle))) ?? null;
}
