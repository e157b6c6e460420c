import { entities } from "@/lib/text/entities";
import { foldLine, wordFinder } from "@/lib/text/find-words";

/** The entries of a list that occur in some texts, in the order of the list. */
export type WordList = (texts: readonly (string | null | undefined)[]) => string[];

/** What may be a host, if there is a dot in it. One class only, so that the search takes linear time. */
const HOST = /[\p{L}\p{M}\p{N}.-]+/gu;
/** The longest host, in characters (RFC 1035). */
const LONGEST_HOST = 253;
/** A domain ends with letters; 1.5 is a number. */
const DOMAIN = /^(?:[\p{L}\p{M}\p{N}-]+\.)+(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/iu;

/**
 * Compiles a list of words, phrases and domains. Words are compared as muted words are: whole, and whatever their case
 * and accents. A domain stands for its subdomains, in a link and in plain text.
 */
export function wordList(entries: readonly string[]): WordList {
  if (entries.length === 0) return () => [];
  const domains = new Map<string, number>();
  const find = wordFinder(
    entries.map((word, place) => {
      const domain = DOMAIN.test(word) ? asciiHost(word) : null;
      if (domain !== null) domains.set(domain, place);
      // The finder leaves out what is empty.
      return { word: domain === null ? word : "", whole: true };
    }),
  );
  return (texts) => {
    const found = new Set<number>();
    for (const text of texts) {
      if (!text) continue;
      for (const place of find(foldLine(text))) found.add(place);
      if (domains.size > 0) for (const place of placesOf(domains, text)) found.add(place);
    }
    return entries.filter((_, place) => found.has(place));
  };
}

/** The places of the domains that a text names or links to. */
function placesOf(domains: ReadonlyMap<string, number>, text: string): number[] {
  const linked = entities(text).flatMap((entity) => (entity.kind === "url" ? (hostOf(entity.href) ?? []) : []));
  const named = text.match(HOST)?.flatMap((host) => (host.includes(".") ? (asciiHost(host) ?? []) : [])) ?? [];
  const hosts = [...linked, ...named].filter((host) => host.length <= LONGEST_HOST);
  return hosts.flatMap((host) => parents(host).flatMap((parent) => domains.get(parent) ?? []));
}

/** A host and the domains that it lies in. */
function parents(host: string): string[] {
  const labels = host.split(".").filter((label) => label !== "");
  return labels.map((_, from) => labels.slice(from).join("."));
}

const asciiHost = (host: string): string | null => (host.length > LONGEST_HOST ? null : hostOf(`https://${host}`));

/** The host of an address in its ASCII form, in lower case. */
function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname : null;
}
