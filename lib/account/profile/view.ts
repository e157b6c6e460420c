import { z } from "zod";
import { Account, Field, type CredentialAccount } from "@/lib/people/schema";
import { FeaturedTag } from "@/lib/topics/schema";

/** A person's own profile as they wrote it: Mastodon 4.6 `Profile`. */
export const Profile = Account.pick({
  id: true,
  display_name: true,
  avatar: true,
  avatar_static: true,
  avatar_description: true,
  header: true,
  header_static: true,
  header_description: true,
  locked: true,
  bot: true,
  hide_collections: true,
  discoverable: true,
  indexable: true,
  show_media: true,
  show_media_replies: true,
  show_featured: true,
})
  .extend({
    note: z.string(),
    fields: z.array(Field),
    attribution_domains: z.array(z.string()),
    featured_tags: z.array(FeaturedTag),
  })
  .meta({ id: "Profile" });

/** Mastodon `Profile`. */
export function toProfile(own: CredentialAccount, featured: FeaturedTag[]): z.infer<typeof Profile> {
  const { note, fields, attribution_domains } = own.source;
  return Profile.parse({ ...own, note, fields, attribution_domains, featured_tags: featured });
}
