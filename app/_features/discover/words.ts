import { because } from "@/app/_features/circles/because";
import { short } from "@/app/_ui/count";
import type { Status } from "@/lib/barks/schema";
import type { Suggestion } from "@/lib/circles/schema";
import type { PopularStatus } from "@/lib/popular/schema";
import type { BarkerTrend } from "@/lib/trends/schema";

/** Why a person is suggested: "Followed by Otter, Fern and 3 others", or by how many in town. */
export function whySuggested({ account, known_followers: known, known_followers_count: count }: Suggestion): string {
  const names = known.map((person) => person.display_name || person.username);
  return names.length > 0 ? because(names, count, 2) : followedBy(account.followers_count);
}

function followedBy(count: number): string {
  if (count === 0) return "New in town";
  return count === 1 ? "1 in town follows them" : `${short(count)} in town follow them`;
}

/** How many people bark about a trend, and why this viewer sees it. */
export function whyTrending({ people_count: people, why }: BarkerTrend): string {
  if (why.kind === "popular") return why.text;
  return `${short(people)} barking · ${why.text}`;
}

/** How many people made a bark popular. */
export function howPopular({ people_this_hour: people }: PopularStatus): string {
  return `${short(people)} ${people === 1 ? "person" : "people"} this hour`;
}

/** A bark's text in a short list: its content note instead, or a word for pictures without text. */
export function wordsOf({ spoiler_text: note, text, media_attachments: pictures }: Status): string {
  if (note !== "") return note;
  return text || (pictures.length === 1 ? "A picture" : `${pictures.length} pictures`);
}
