import type { StoredCard } from "@/lib/cards/schema";
import { encode } from "@/lib/media/encode";
import { fileName } from "@/lib/media/rules";
import { pictureKey } from "@/lib/media/secrets";
import { storage } from "@/lib/media/storage";
import type { TownBark } from "@/local/town/bark";
import { drawnPng } from "@/local/town/develop";
import { altOf } from "@/local/town/pictures";

/** A page of an invented site, which nobody could fetch, and the drawing that stands for it. */
interface InventedPage {
  title: string;
  description: string;
  siteName: string;
  author?: string;
  drawing?: string;
}

const PAGES: Readonly<Record<string, InventedPage>> = {
  "https://millpond.example/lamps": {
    title: "The night the lamps went out along the mill stream",
    description: "A walk in nine pictures",
    siteName: "Mill Pond Almanac",
    author: "Owl",
    drawing: "lamp",
  },
  "https://seedlibrary.example/forty-mints": {
    title: "Forty kinds of mint, and how to tell them apart with your eyes closed",
    description: "With a table, and a warning about number thirty-one.",
    siteName: "The Seed Library",
    author: "Fern",
    drawing: "mint",
  },
  "https://boathouse.example/timetable": {
    title: "When the ferry goes, when it does not, and why",
    description: "Valid until the ferryman says otherwise.",
    siteName: "Boathouse",
  },
};

/** The pages of invented sites never change. */
const NEVER = Date.UTC(2100, 0, 1);

/** The cards of barks that link to invented pages, as the worker would have made them; their pictures are stored. */
export async function townCards(barks: ReadonlyMap<TownBark, string>): Promise<{ id: string; card: StoredCard }[]> {
  const linking = [...barks].flatMap(([{ text }, id]) => {
    const address = Object.keys(PAGES).find((page) => text.endsWith(page));
    return address === undefined ? [] : [{ id, address }];
  });
  const cards = new Map<string, StoredCard>();
  for (const address of new Set(linking.map((link) => link.address))) cards.set(address, await cardOf(address));
  return linking.flatMap(({ id, address }) => {
    const card = cards.get(address);
    return card ? [{ id, card }] : [];
  });
}

async function cardOf(address: string): Promise<StoredCard> {
  const { drawing, ...page } = PAGES[address] ?? { title: address, description: "", siteName: "" };
  const card = { address, ...page, fails: 0, until: NEVER, language: "en" };
  if (drawing === undefined) return card;
  const encoded = await encode(await drawnPng(drawing), "card");
  if (!encoded.ok) throw new Error(`the drawing ${drawing} cannot be encoded: ${encoded.reason}`);
  const { largest, width, height, thumbhash, blurhash } = encoded;
  const picture = pictureKey(address, "card", largest);
  await storage().put(fileName(picture, "card"), largest);
  return { ...card, picture, width, height, thumbhash, blurhash, pictureDescription: altOf(drawing) };
}
