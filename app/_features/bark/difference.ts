import { diffWordsWithSpace } from "diff";
import { bark as words } from "@/app/_words/bark";

/** A run of an edited text: unchanged, inserted or deleted. */
export interface TextRun {
  kind: "same" | "ins" | "del";
  text: string;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** The difference of two texts, word by word; without `del` it is the new text, without `ins` the old one. */
export function difference(before: string, after: string): TextRun[] {
  const runs = diffWordsWithSpace(before, after, { intlSegmenter: segmenter }).map(
    ({ added, removed, value }): TextRun => {
      return { kind: added ? "ins" : removed ? "del" : "same", text: value };
    },
  );
  return runs.reduce<TextRun[]>(joined, []);
}

/** Joins ", " and "labels " inserted around a space into one insertion: ", labels" before the space. */
function joined(runs: TextRun[], run: TextRun): TextRun[] {
  const [change, gap] = runs.slice(-2);
  const fits = change?.kind === run.kind && run.kind !== "same" && gap?.kind === "same" && /^\s+$/.test(gap.text);
  if (!fits || !run.text.endsWith(gap.text)) return [...runs, run];
  const text = change.text + gap.text + run.text.slice(0, -gap.text.length);
  return [...runs.slice(0, -2), { kind: run.kind, text }, gap];
}

interface Picture {
  id: string;
  description: string | null;
}

/** The changes of a bark's pictures, in words; null when there are none. */
export function pictureChange(before: Picture[], after: Picture[]): string | null {
  const there = new Map(before.map((picture) => [picture.id, picture]));
  const added = after.filter(({ id }) => !there.has(id)).length;
  const removed = before.length - (after.length - added);
  const described = after.filter(({ id, description }) => there.has(id) && there.get(id)?.description !== description);
  const order = (pictures: Picture[], other: Picture[]) =>
    pictures.filter(({ id }) => other.some((picture) => picture.id === id)).map(({ id }) => id);
  const moved = order(before, after).join() !== order(after, before).join();
  const parts = [
    added > 0 && words.picturesAdded(added),
    removed > 0 && words.picturesRemoved(removed),
    moved && words.picturesMoved,
    described.length > 0 && words.descriptionsChanged(described.length),
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  const sentence = parts.join(", ");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
