import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AlertRow } from "@/app/_features/alerts/row";
import type { AlertListRow } from "@/app/_features/alerts/model";
import { BarkText } from "@/app/_features/bark/bark-text";
import { RebarkedBy } from "@/app/_features/bark/context";
import { Contents } from "@/app/_features/bark/contents";
import { Head } from "@/app/_features/bark/head";
import { QuoteBlock } from "@/app/_features/bark/quote";
import { VersionCard } from "@/app/_features/bark/version";
import { Because } from "@/app/_features/circles/because";
import { TextInput } from "@/app/_ui/field";
import { isolated } from "@/lib/text/isolate";
import { PersonLine } from "@/app/_features/people/person-line";
import { SendingCard } from "@/app/_features/bark/sending-card";
import { TextArea } from "@/app/_ui/text-area";
import type { QuotedStatus, Status } from "@/lib/barks/schema";
import type { StatusEdit } from "@/lib/history/schema";
import type { Account } from "@/lib/people/schema";

const NAME = "زهرة البستان";
const TEXT = "שלום לכולם #שוק";
const account = { id: "1", acct: "zahra", display_name: NAME, avatar: "/1.webp", locked: false } as Account;
const at = "2026-11-21T14:02:00.000Z";
const bark = {
  id: "2",
  account,
  text: TEXT,
  spoiler_text: "",
  created_at: at,
  edited_at: null,
  visibility: "public",
  media_attachments: [],
  mentions: [],
  filtered: [],
  quote: null,
  in_reply_to_id: null,
  language: "he",
} as unknown as Status;
const quoted = bark as unknown as QuotedStatus;
const version = {
  version: 1,
  created_at: at,
  text: TEXT,
  spoiler_text: NAME,
  media_attachments: [],
  emoji_reactions: [],
  favourites_count: 0,
  quotes_count: 0,
} as unknown as StatusEdit;
const row = {
  key: "3",
  type: "favourite",
  at,
  people: [account],
  count: 1,
  status: bark,
  newestId: "3",
} as AlertListRow;
const author = { id: "1", handle: "zahra", name: NAME, avatar: "/1.webp" };
const sending = { key: "4", author, text: TEXT, spoiler: NAME, sensitive: false, pictures: [], quote: null };

const SHOWN: Record<string, ReactNode> = {
  "the head of a card": <Head bark={bark} viewerId={null} />,
  "what a bark says": <Contents bark={bark} viewerId={null} />,
  "a content note": <Contents bark={{ ...bark, spoiler_text: NAME }} viewerId={null} />,
  "a quote": <QuoteBlock quote={{ state: "accepted", quoted_version: 0, newer: false, quoted_status: quoted }} />,
  "who rebarked": <RebarkedBy person={account} />,
  "a version": <VersionCard version={version} before={{ ...version, text: "אחר" }} newest mine={false} />,
  "an alert": <AlertRow row={row} viewerId="9" unread={false} />,
  "a person of a list": <PersonLine account={account} detail={TEXT} />,
  "why somebody is shown": <Because known={[{ id: "1", name: NAME, avatar: "/1.webp" }]} count={1} degree={2} />,
  "a bark on its way": <SendingCard sending={{ ...sending, replyTo: null }} />,
};

/** The pieces of text of some markup that contain right-to-left letters and have no direction of their own. */
function undirected(html: string): string[] {
  const open: boolean[] = [];
  const found: string[] = [];
  for (const [, closing, tag = "", attributes = "", text = ""] of html.matchAll(
    /<(\/?)([a-z][\w-]*)([^>]*)>([^<]*)/g,
  )) {
    if (closing) open.pop();
    else if (!/^(img|br|input|path|circle|meta)$/.test(tag) && !attributes.endsWith("/")) {
      open.push(tag === "bdi" || / dir="auto"/.test(attributes) || open.at(-1) === true);
    }
    if (/[\u0590-\u06ff]/u.test(text) && !open.at(-1) && !text.includes("\u2068")) found.push(text);
  }
  return found;
}

describe("right-to-left texts and names", () => {
  it.each(Object.entries(SHOWN))("have their own direction in %s", (_, shown) => {
    const html = renderToStaticMarkup(shown);
    expect(html).toMatch(/[\u0590-\u06ff]/u);
    expect(undirected(html)).toEqual([]);
  });

  it("are detected where nothing sets their direction", () => {
    expect(
      undirected(renderToStaticMarkup(createElement("p", null, <BarkText text={TEXT} people={[]} />))),
    ).not.toEqual([]);
  });

  it("have their own direction in every field", () => {
    expect(renderToStaticMarkup(<TextInput label="Name" />)).toContain('<input dir="auto"');
    expect(renderToStaticMarkup(<TextArea label="Bio" />)).toContain('<textarea dir="auto"');
  });

  it("are isolated in a sentence that is one string, and other names are unchanged", () => {
    expect(isolated(NAME)).toBe(`\u2068${NAME}\u2069`);
    for (const name of ["Otter", "Ünal", "太郎", "Ольга"]) expect(isolated(name)).toBe(name);
  });
});
