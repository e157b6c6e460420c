import { z } from "zod";
import { feeds } from "@/app/_words/cards";
import { feedResponse, FORMATS } from "@/app/feeds/document";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { findVisiblePersonByHandle } from "@/lib/people/reads";
import { personPage } from "@/lib/timelines/reads";

/** Barks in a feed, as many as Mastodon's have. */
const LENGTH = 20;

export const PersonFeedParams = z.object({ handle: z.string().max(40), format: z.enum(FORMATS) });

/** The feed of a person, or of what they barked on a topic. Nobody is signed in here, so that caches may keep it. */
export async function personFeed(request: Request, handle: string, format: (typeof FORMATS)[number], topic = "") {
  const person = await findVisiblePersonByHandle(null, handle);
  if (!person) throw new ApiError("not_found");
  const choice = { replies: "none", rebarks: false, topic } as const;
  const barks = await personPage(null, person.id, { limit: LENGTH }, choice);
  const { display_name: name, acct } = person;
  const { BARKER_ORIGIN: origin } = env();
  const feed = {
    title: topic === "" ? feeds.person(name, acct) : feeds.personTopic(name, acct, topic),
    description: feeds.personDescription(acct),
    page: origin + paths.person(acct),
    self: origin + paths.personFeed(acct, format, topic),
    icon: person.avatar_static,
    indexable: person.indexable,
    barks: barks.filter(({ visibility }) => visibility === "public"),
  };
  return feedResponse(request, feed, format);
}
