import { because } from "@/app/_features/circles/because";
import { short } from "@/app/_ui/count";
import { discover } from "@/app/_words/discover";
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
  return count === 0 ? discover.newInTown : discover.followers(short(count), count);
}

/** Whether a trend is new or larger than usual; nothing while too little is known of the week before. */
export function howUnusual({ usual_count: usual, people_count: people }: BarkerTrend): string {
  if (usual === null || usual >= people) return "";
  return usual === 0 ? discover.unusual : discover.usually(usual);
}

/** How many people made a bark popular. */
export function howPopular({ people_this_hour: people }: PopularStatus): string {
  return discover.peopleThisHour(short(people), people);
}

/** A bark's text in a short list: its content note instead, or a word for pictures without text. */
export function wordsOf({ spoiler_text: note, text, media_attachments: pictures }: Status): string {
  if (note !== "") return note;
  return text || discover.pictures(pictures.length);
}
