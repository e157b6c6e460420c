import type { ComposerAudience } from "@/app/_client/drafts/model";
import { compose as words } from "@/app/_words/compose";
import type { Status } from "@/lib/barks/schema";

const WIDTH: Record<Status["visibility"], number> = { public: 3, unlisted: 2, private: 1, direct: 0 };

/** The narrower of a writer's default audience and that of the parent. */
export function audienceFor(preferred: ComposerAudience, answered: Status | null): ComposerAudience {
  if (!answered || WIDTH[answered.visibility] >= WIDTH[preferred]) return preferred;
  return answered.visibility === "direct" ? "private" : answered.visibility;
}

/** The mentions that a reply begins with: the parent's author, then those mentioned there, each once, not oneself. */
export function mentionsFor(answered: Status, ownHandle: string): string {
  const handles = [answered.account.acct, ...answered.mentions.map(({ acct }) => acct)];
  const seen = new Set([ownHandle.toLowerCase()]);
  const others = handles.filter((handle) => {
    const key = handle.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
  return others.map((handle) => `@${handle} `).join("");
}

/** Who is notified of an edit, in a sentence. */
export function whoIsNotified(bark: Status): string {
  const did: [number, string][] = [
    [bark.favourites_count, words.liked],
    [bark.reblogs_count, words.rebarked],
    [bark.quotes_count, words.quoted],
    [bark.replies_count, words.answered],
  ];
  const acts = did.flatMap(([count, act]) => (count > 0 ? [act] : []));
  return acts.length === 0 ? words.editIsKept : words.editIsTold(EITHER.format(acts));
}

const EITHER = new Intl.ListFormat("en", { type: "disjunction" });
