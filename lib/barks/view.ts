import type { BarkRow, Status } from "@/lib/barks/schema";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { handleKey } from "@/lib/people/rules";
import { toAccount } from "@/lib/people/view";
import { entities } from "@/lib/text/entities";
import { textToHtml } from "@/lib/text/html";

/** A bark as any reader sees it (Mastodon `Status`; the viewer's own flags are all false). */
export function toStatus({ bark, author, mentions }: BarkRow): Status {
  const origin = env().BARKER_ORIGIN;
  const url = origin + paths.bark(author.handle, bark.id);
  const known = new Map(mentions.map((person) => [handleKey(person.handle), person]));
  const personUrl = (handle: string) => {
    const person = known.get(handleKey(handle));
    return person ? origin + paths.person(person.handle) : null;
  };
  return {
    id: bark.id,
    uri: url,
    url,
    created_at: new Date(bark.at).toISOString(),
    edited_at: null,
    account: toAccount(author),
    content: textToHtml(bark.text, { person: personUrl, topic: topicUrl }),
    text: bark.text,
    visibility: bark.audience,
    sensitive: bark.sensitive ?? false,
    spoiler_text: bark.spoiler ?? "",
    media_attachments: [],
    application: bark.app ? { name: bark.app, website: null } : null,
    mentions: mentions.map(({ id, handle }) => ({
      id,
      username: handle,
      acct: handle,
      url: origin + paths.person(handle),
    })),
    tags: topics(bark.text).map((name) => ({ name, url: topicUrl(name) })),
    emojis: [],
    reblogs_count: 0,
    favourites_count: 0,
    replies_count: 0,
    quotes_count: 0,
    emoji_reactions: [],
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    reblog: null,
    quote: null,
    quote_approval: { automatic: [], manual: [], current_user: "denied" },
    poll: null,
    card: null,
    language: bark.language,
    favourited: false,
    reblogged: false,
    muted: false,
    bookmarked: false,
    pinned: false,
    filtered: [],
  };
}

function topicUrl(name: string): string {
  return env().BARKER_ORIGIN + paths.topic(name);
}

function topics(text: string): string[] {
  return [...new Set(entities(text).flatMap((entity) => (entity.kind === "topic" ? [entity.name] : [])))];
}
