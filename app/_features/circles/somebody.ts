import { stripMarkup } from "@/lib/text/strip-markup";
import type { CircleEntry } from "@/lib/circles/schema";
import type { Account } from "@/lib/people/schema";

/** The fields of an account that a list or a picture needs: pages with hundreds of accounts stay small. */
export interface Somebody {
  id: string;
  acct: string;
  name: string;
  avatar: string;
  /** The beginning of their bio. */
  about: string;
  locked: boolean;
}

const WORDS = 90;

export function toSomebody(account: Account): Somebody {
  const { id, acct, display_name: name, avatar, locked } = account;
  return { id, acct, name, avatar, about: stripMarkup(account.note).slice(0, WORDS), locked };
}

/** A person of a circle, and who leads to them. */
export interface Reached {
  person: Somebody;
  degree: number;
  known: Somebody[];
  count: number;
  sampled: boolean;
}

export function toReached({ account, degree, known_followers, known_followers_count, sampled }: CircleEntry): Reached {
  return {
    person: toSomebody(account),
    degree,
    known: known_followers.map((follower) => ({ ...toSomebody(follower), about: "" })),
    count: known_followers_count,
    sampled,
  };
}
