import { decodePage, parsePage } from "@/lib/cards/parse";
import type { LinkCardRow } from "@/lib/cards/schema";
import { fetchOutside } from "@/lib/outbound/fetch";
import { OutboundError, type SiteVisit } from "@/lib/outbound/request";

/** What pages and pictures are accepted; SVG is none of them. */
const PAGES = ["text/html", "application/xhtml+xml"];
const PICTURES = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"];

/** What an address leads to, and the picture that stands for it, as the other site sent it. */
export interface FoundCard {
  card: LinkCardRow;
  picture: Buffer | null;
}

/**
 * Fetches what an address leads to: a page with what it says about itself, or a picture. Page and picture share the
 * time of one visit; a card whose picture does not come in time has none.
 * @throws OutboundError
 */
export async function fetchCard(address: string, visit: SiteVisit): Promise<FoundCard> {
  const { url, type, charset, bytes } = await fetchOutside(
    address,
    { types: [...PAGES, ...PICTURES], cut: true },
    visit,
  );
  if (PICTURES.includes(type)) {
    const name = lastSegment(url);
    return { card: { address, title: name, photo: true }, picture: bytes };
  }
  const facts = parsePage(decodePage(bytes, charset), url.href);
  const { picture, ...said } = facts;
  const card = { address, ...said, title: facts.title || facts.siteName };
  return { card, picture: card.title && picture ? await pictureOf(picture, visit) : null };
}

/** A picture of another site, or null: a card is shown without one rather than not at all. */
async function pictureOf(address: string, visit: SiteVisit): Promise<Buffer | null> {
  try {
    return (await fetchOutside(address, { types: PICTURES }, visit)).bytes;
  } catch (error) {
    if (error instanceof OutboundError) return null;
    throw error;
  }
}

/** The name of a file in an address, as people read it. */
function lastSegment({ pathname, hostname }: URL): string {
  const segment = pathname.split("/").findLast((part) => part !== "") ?? hostname;
  try {
    return decodeURIComponent(segment).slice(0, 200);
  } catch {
    return segment.slice(0, 200);
  }
}
