import type { MediaAttachment } from "@/lib/media/schema";

/** Where a picture stands in a box of two columns and two rows (CSS grid lines). */
export interface Cell {
  column: string;
  row: string;
  /** How much of the box's width it takes. */
  share: 1 | 0.5;
}

const WHOLE: Cell = { column: "1 / 3", row: "1 / 3", share: 1 };
const half = (column: string, row: string): Cell => ({ column, row, share: 0.5 });
const LEFT = half("1 / 2", "1 / 3");
const RIGHT = half("2 / 3", "1 / 3");
const TOP_RIGHT = half("2 / 3", "1 / 2");
const BOTTOM_RIGHT = half("2 / 3", "2 / 3");
const GRID = [half("1 / 2", "1 / 2"), TOP_RIGHT, half("1 / 2", "2 / 3"), BOTTOM_RIGHT];

/** One picture has the whole box, two halves, three one tall and two, four a grid. More than four are not shown. */
export function cells(count: number): Cell[] {
  if (count <= 0) return [];
  if (count === 1) return [WHOLE];
  if (count === 2) return [LEFT, RIGHT];
  return count === 3 ? [LEFT, TOP_RIGHT, BOTTOM_RIGHT] : GRID;
}

/** The point that stays in sight when a picture is cut to its cell: `object-position` of Mastodon's focus. */
export function position({ meta: { focus } }: MediaAttachment): string {
  const percent = (part: number) => `${Math.round((part / 2 + 0.5) * 1000) / 10}%`;
  return `${percent(focus.x)} ${percent(-focus.y)}`;
}

/** The files that a cell may show, each with its width, for the browser to choose from. */
export function sources({ preview_url, meta: { original, small } }: MediaAttachment): string {
  const least = Math.round(Math.min(small.width, (SMALL_EDGE * small.width) / Math.max(small.width, small.height)));
  const files = [`${preview_url.replace(/-medium(?=\.webp$)/, "-small")} ${least}w`, `${preview_url} ${small.width}w`];
  return least < small.width && original.width > 0 ? files.join(", ") : `${preview_url} ${small.width}w`;
}

const SMALL_EDGE = 480;
