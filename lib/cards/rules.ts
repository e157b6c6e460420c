import type { PreviewCard } from "@/lib/cards/schema";
import { ADDRESS_LIMIT } from "@/lib/outbound/rules";
import { entities } from "@/lib/text/entities";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/time";

/** A card is fetched again when it is older than this (ms) and somebody links to the address. */
const FRESH_MS = DAY_MS;
/** The pauses (ms) after an address failed once, twice …; what is missing or forbidden is tried again after the last. */
const PAUSES_MS = [10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, DAY_MS] as const;

/** When (Unix ms) to fetch an address again. @param lasting whether it failed for a reason that will last */
export function nextFetch(now: number, fails: number, lasting: boolean): number {
  if (fails === 0) return now + FRESH_MS;
  return now + (PAUSES_MS[lasting ? PAUSES_MS.length - 1 : Math.min(fails, PAUSES_MS.length) - 1] ?? DAY_MS);
}

/** A bark whose link could not be reached waits for further attempts, this often in all. */
const MAX_FAILS = 3;

/** When (Unix ms) to try an address again for a bark that waits for its card; null when it need not wait. */
export function retryAt({ fails, until }: { fails: number; until: number }, now: number): number | null {
  return fails > 0 && fails < MAX_FAILS && until <= now + HOUR_MS ? until : null;
}

interface Linking {
  text: string | null;
  media_attachments: readonly unknown[];
  quote: unknown;
  poll: unknown;
}

/**
 * The address that a bark's card is about: its first link. A bark with pictures, a poll or a quote has no card, and a
 * link into this town neither.
 * @param origin the public address of this server
 */
export function linkOf({ text, media_attachments: pictures, quote, poll }: Linking, origin: string): string | null {
  return pictures.length > 0 || quote || poll ? null : firstLink(text ?? "", origin);
}

/** The first link of a text, as cards are stored by it: without its fragment. Null for a link into this town. */
export function firstLink(text: string, origin: string): string | null {
  // Most barks have no link, and need not be read for it.
  if (!/https?:/i.test(text)) return null;
  const link = entities(text).find((entity) => entity.kind === "url");
  if (link?.kind !== "url" || !URL.canParse(link.href)) return null;
  const url = new URL(link.href);
  if (url.origin === new URL(origin).origin) return null;
  url.hash = "";
  return url.href.length <= ADDRESS_LIMIT ? url.href : null;
}

/**
 * Whether a bark may cause its link to be fetched. Not one for followers only: the site would learn that somebody here
 * has an address that may be known to few. It gets the card that others' public barks have brought.
 */
export function mayFetchFor({ visibility }: { visibility: string }): boolean {
  return visibility === "public" || visibility === "unlisted";
}

/** The site of a card as people read it: its host, without "www." */
export function siteOf({ url }: Pick<PreviewCard, "url">): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}
