import type { Metadata } from "next";
import { plainText } from "@/app/_features/bark/say";
import type { Status } from "@/lib/barks/schema";
import { local, paths } from "@/lib/paths";

/** The metadata for previews of a bark's address in a town. If the bark has a content note, only the note is shown. */
export function metadataOf(bark: Status, town: string): Metadata {
  const { account } = bark;
  const description = plainText(bark);
  const name = `${account.display_name} (@${account.acct})`;
  const [picture] = bark.sensitive || bark.spoiler_text !== "" ? [] : bark.media_attachments;
  return {
    title: `${account.display_name}: ${description.slice(0, 60)}`,
    description,
    alternates: {
      canonical: paths.bark(account.acct, bark.id),
      ...(bark.visibility === "public" && { types: { "application/json+oembed": paths.oembed(bark.url) } }),
    },
    ...(bark.visibility !== "public" && { robots: { index: false } }),
    openGraph: {
      type: "article",
      title: name,
      description,
      url: paths.bark(account.acct, bark.id),
      siteName: town,
      images: picture
        ? [{ url: local(picture.url), ...sizeOf(picture), alt: picture.description ?? "" }]
        : [{ url: local(account.avatar), alt: account.display_name }],
      publishedTime: bark.created_at,
      ...(bark.edited_at && { modifiedTime: bark.edited_at }),
      authors: [account.url],
      tags: bark.tags.map((tag) => tag.name),
    },
    twitter: { card: picture ? "summary_large_image" : "summary", title: name, description },
  };
}

const sizeOf = ({ meta: { original } }: Status["media_attachments"][number]) => ({
  width: original.width,
  height: original.height,
});

/** A bark as structured data for search engines: https://schema.org/SocialMediaPosting */
export function postingOf(bark: Status, origin: string): object {
  const { account } = bark;
  const count = (type: string, userInteractionCount: number) => ({
    "@type": "InteractionCounter",
    interactionType: `https://schema.org/${type}`,
    userInteractionCount,
  });
  return {
    "@context": "https://schema.org",
    "@type": "SocialMediaPosting",
    "@id": bark.url,
    url: bark.url,
    headline: plainText(bark).slice(0, 110),
    articleBody: plainText(bark),
    datePublished: bark.created_at,
    ...(bark.edited_at && { dateModified: bark.edited_at }),
    ...(bark.language && { inLanguage: bark.language }),
    author: {
      "@type": "Person",
      name: account.display_name,
      alternateName: `@${account.acct}`,
      url: origin + paths.person(account.acct),
      image: origin + local(account.avatar),
    },
    ...(bark.media_attachments.length > 0 &&
      bark.spoiler_text === "" && { image: bark.media_attachments.map(({ url }) => origin + local(url)) }),
    commentCount: bark.replies_count,
    interactionStatistic: [
      count("LikeAction", bark.favourites_count),
      count("ShareAction", bark.reblogs_count),
      count("CommentAction", bark.replies_count),
    ],
  };
}

/** JSON that is safe inside a script element, whatever it contains. */
export function inScript(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
