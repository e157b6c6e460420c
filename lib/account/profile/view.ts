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
})
  .extend({
    note: z.string(),
    fields: z.array(Field),
    show_media: z.boolean(),
    show_media_replies: z.boolean(),
    show_featured: z.boolean(),
    attribution_domains: z.array(z.string()),
    featured_tags: z.array(FeaturedTag),
  })
  .meta({ id: "Profile" });

/** Mastodon `Profile`. Every profile here has its pictures and what it features. */
export function toProfile(own: CredentialAccount, featured: FeaturedTag[]): z.infer<typeof Profile> {
  const { note, fields, attribution_domains } = own.source;
  const shown = { show_media: true, show_media_replies: true, show_featured: true };
  return Profile.parse({ ...own, note, fields, ...shown, attribution_domains, featured_tags: featured });
}
