import type { CSSProperties } from "react";
import { pictures as words } from "@/app/_words/pictures";
import { local } from "@/lib/paths";
import type { MediaAttachment } from "@/lib/media/schema";

/** The cell of a picture in a box of two columns and two rows (CSS grid lines). */
export interface Cell {
  gridColumn: string;
  gridRow: string;
}

const [BOTH, FIRST, SECOND] = ["1 / 3", "1 / 2", "2 / 3"];
const cell = (gridColumn: string, gridRow: string): Cell => ({ gridColumn, gridRow });

/** By the number of pictures: one whole, two halves, one tall and two small, a grid of four. */
const CELLS: Cell[][] = [
  [],
  [cell(BOTH, BOTH)],
  [cell(FIRST, BOTH), cell(SECOND, BOTH)],
  [cell(FIRST, BOTH), cell(SECOND, FIRST), cell(SECOND, SECOND)],
  [cell(FIRST, FIRST), cell(SECOND, FIRST), cell(FIRST, SECOND), cell(SECOND, SECOND)],
];

/** The cells of a bark's pictures; only the first four have one. */
export function cells(count: number): Cell[] {
  return CELLS[Math.min(Math.max(count, 0), 4)] ?? [];
}

/** The flattest and the tallest shape (width by height) in which one picture is shown; others are cropped to these. */
const [TALLEST, FLATTEST] = [4 / 5, 2];
/** The shape of the box for two to four pictures. */
const SEVERAL = 16 / 9;
/** The greatest height of a single picture. */
const MAX_HEIGHT = "32rem";

/** The shape of the box for a bark's pictures: of a single one its own. Known before the picture is loaded. */
export function boxShape(pictures: MediaAttachment[]): CSSProperties {
  const [only, second] = pictures;
  if (!only || second) return { aspectRatio: SEVERAL };
  const { width, height } = only.meta.original;
  const ratio = Math.min(Math.max(width / height || SEVERAL, TALLEST), FLATTEST);
  return { aspectRatio: ratio, maxWidth: `calc(${MAX_HEIGHT} * ${ratio})` };
}

/** The point that stays visible when a picture is cropped: Mastodon's focus as `object-position`. */
export function position({ meta: { focus } }: MediaAttachment): string {
  const percent = (part: number) => `${Math.round((part / 2 + 0.5) * 1_000) / 10}%`;
  return `${percent(focus.x)} ${percent(-focus.y)}`;
}

/** The longest edge of the smallest file, in pixels. */
const SMALL = 480;

/** The files for a cell of the grid, each with its width, for the browser to choose from. */
export function sources({ preview_url, meta: { small } }: MediaAttachment): string {
  const medium = local(preview_url);
  const scale = SMALL / Math.max(small.width, small.height);
  const files = [`${medium} ${small.width}w`];
  if (scale < 1) {
    const width = Math.max(1, Math.round(small.width * scale));
    files.unshift(`${medium.replace(/-medium\.webp$/, "-small.webp")} ${width}w`);
  }
  return files.join(", ");
}

/** The accessible label of a picture. */
export function nameOf({ description }: MediaAttachment, index: number, count: number): string {
  return description ?? words.name(index + 1, count);
}
