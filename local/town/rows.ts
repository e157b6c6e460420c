import { references } from "@/lib/barks/rules";
import { idAt } from "@/lib/ids";
import { handleKey, lookKey } from "@/lib/people/rules";
import { personWords, searchable } from "@/lib/text/words";
import type { TownAct, TownReaction } from "@/local/town/applause";
import { rootOf, versionAt, type TownBark } from "@/local/town/bark";
import type { Developed } from "@/local/town/develop";
import type { Town } from "@/local/town/people";

type Row = Record<string, unknown>;

/** Generates unique ids for times; when a millisecond has all its 4096 ids, the next one is used. */
export function idMaker(): (at: number) => string {
  const made = new Set<string>();
  return (at) => {
    let id = idAt(at);
    for (let moment = at; made.has(id); moment++) id = idAt(moment);
    made.add(id);
    return id;
  };
}

export function peopleRows({ people, barks }: Town, ids: readonly string[]): Row[] {
  const lastBark = new Map(barks.map(({ by, at }) => [by, at]));
  return people.map(({ handle, name, bio, portrait, header, joined }, i) => ({
    id: ids[i],
    handle,
    handleKey: handleKey(handle),
    lookKey: lookKey(handle),
    name,
    bio,
    ...personWords({ name, bio }),
    portrait,
    header,
    at: joined,
    bot: false,
    locked: false,
    discoverable: true,
    lastBarkAt: lastBark.get(i) ?? null,
  }));
}

export function barkRows({ barks }: Town, people: readonly string[], ids: ReadonlyMap<TownBark, string>): Row[] {
  return barks.map((bark) => {
    const { by, text, at, spoiler, audience = "public", earlier } = bark;
    const said = {
      text,
      words: searchable(text, spoiler),
      at,
      audience,
      language: "en",
      spoiler: spoiler ?? null,
      sensitive: spoiler ? true : null,
    };
    const edited = earlier ? { version: 1, editedAt: earlier.until } : {};
    const thread = ids.get(rootOf(bark));
    return {
      by,
      bark: { id: ids.get(bark), authorId: people[by], thread, ...said, ...edited },
      ...references(text),
    };
  });
}

/** Rows for what barks answer and quote, and for their text before an edit. */
export function linkRows({ barks }: Town, ids: ReadonlyMap<TownBark, string>, idAtMoment: (at: number) => string) {
  return barks.flatMap((bark): Row[] => {
    const { at, spoiler = null, earlier, answers, quotes } = bark;
    if (!answers && !quotes && !earlier) return [];
    const before = earlier && { n: 0, at, text: earlier.text, language: "en", spoiler };
    const link = {
      id: ids.get(bark),
      answers: answers ? ids.get(answers) : null,
      quotes: quotes ? ids.get(quotes) : null,
      quoted: quotes ? versionAt(quotes, at) : 0,
      was: earlier ? idAtMoment(earlier.until) : null,
    };
    return [{ ...link, before: before ?? null }];
  });
}

/** Rows for the actions on each bark: `[person's index, …]` sorted by time. */
export function actRows<Given extends TownAct>(
  acts: readonly Given[],
  ids: readonly string[],
  what: (act: Given) => unknown[],
) {
  const rows = new Map<number, unknown[][]>();
  for (const act of acts.toSorted((a, b) => a.at - b.at)) {
    const on = rows.get(act.on) ?? [];
    rows.set(act.on, on);
    on.push([act.by, ...what(act)]);
  }
  return [...rows].map(([on, given]) => ({ id: ids[on], given }));
}

/** Rows for the reactions to each bark, by emoji; the node has the id of the first one. */
export function reactionRows(
  reactions: readonly TownReaction[],
  ids: readonly string[],
  idAtMoment: (at: number) => string,
) {
  const emoji = [...new Set(reactions.map((reaction) => reaction.emoji))];
  return emoji.flatMap((sign) => {
    const own = reactions.filter((reaction) => reaction.emoji === sign);
    return actRows(own, ids, ({ at, version }) => [idAtMoment(at), version]).map((row) => ({
      ...row,
      reaction: { key: `${row.id} ${sign}`, emoji: sign, id: row.given[0]?.[1] },
    }));
  });
}

/** Rows for the pictures of barks. */
export function pictureRows(
  { barks }: Town,
  people: readonly string[],
  ids: ReadonlyMap<TownBark, string>,
  developed: ReadonlyMap<string, Developed>,
  idAtMoment: (at: number) => string,
) {
  return barks.flatMap((bark): Row[] => {
    const media = developed.get(bark.picture ?? "");
    // The picture was uploaded just before the bark.
    return media
      ? [{ id: ids.get(bark), media: { id: idAtMoment(bark.at - 900), ownerId: people[bark.by], ...media } }]
      : [];
  });
}

/** Rows for the starter packs. */
export function packRows({ packs }: Pick<Town, "packs">, idAtMoment: (at: number) => string): Row[] {
  return packs.map(({ by, name, description, at, members }) => ({
    by,
    pack: { id: idAtMoment(at), name, description, at },
    given: members.map((member, index) => [member, idAtMoment(at + index + 1)]),
  }));
}

/** Rows for the lists. */
export function listRows({ lists }: Pick<Town, "lists">, idAtMoment: (at: number) => string): Row[] {
  return lists.map(({ by, title, at, members }) => ({
    by,
    list: { id: idAtMoment(at), title, repliesPolicy: "list", exclusive: false },
    given: members.map((member, index) => [member, idAtMoment(at + index + 1)]),
  }));
}

/** Rows for the reports. */
export function reportRows({ reports }: Town, ids: ReadonlyMap<TownBark, string>, idAtMoment: (at: number) => string) {
  return reports.map(({ by, about, bark, category, comment, at }) => ({
    report: { id: idAtMoment(at), at, category, comment, ruleIds: [] },
    by,
    about,
    barks: bark ? [{ id: ids.get(bark), text: bark.text }] : [],
  }));
}
