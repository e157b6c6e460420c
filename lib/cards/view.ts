import type { LinkCardRow, PreviewCard } from "@/lib/cards/schema";
import { env } from "@/lib/env";
import { fileName } from "@/lib/media/rules";
import { paths } from "@/lib/paths";

/** A link card in the API's format; null when the address has none. */
export function toCard(row: LinkCardRow | null | undefined): PreviewCard | null {
  if (!row?.title) return null;
  const image = row.picture ? env().BARKER_ORIGIN + paths.media(fileName(row.picture, "card")) : null;
  const { origin, hostname } = new URL(row.address);
  const author = row.author ?? "";
  return {
    url: row.address,
    title: row.title,
    description: row.description ?? "",
    type: row.photo ? "photo" : "link",
    language: row.language ?? null,
    authors: author === "" ? [] : [{ name: author, url: row.authorAddress ?? "", account: null }],
    author_name: author,
    author_url: author === "" ? "" : (row.authorAddress ?? ""),
    provider_name: row.siteName || hostname.replace(/^www\./, ""),
    provider_url: origin,
    html: "",
    width: image ? (row.width ?? 0) : 0,
    height: image ? (row.height ?? 0) : 0,
    image,
    image_description: image ? (row.pictureDescription ?? "") : "",
    embed_url: row.photo && image ? image : "",
    blurhash: image ? (row.blurhash ?? null) : null,
    thumbhash: image ? (row.thumbhash ?? null) : null,
    published_at: row.publishedAt ? new Date(row.publishedAt).toISOString() : null,
  };
}
