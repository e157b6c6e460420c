import type { Status } from "@/lib/barks/schema";

/** By which handles a bark's text names people: those they have, and those they had. */
export function handlesIn({ mentions }: Pick<Status, "mentions">): string[] {
  return mentions.flatMap(({ acct, formerly }) => [acct, ...formerly]);
}
