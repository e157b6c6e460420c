/** The value below which a share of the samples lies. */
export function quantile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One measured figure beside what it aims at and what others reach. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** The target as quality.md and delivery.md of the design state it. */
  target?: { most?: number; least?: number };
  rival?: string;
}

export function isReached({ value, target }: Figure): boolean {
  return value <= (target?.most ?? Infinity) && value >= (target?.least ?? -Infinity);
}

/** The figures as a table for people. */
export function table(figures: Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${round(figure.value)} ${figure.unit}`,
    figure.target ? `${bound(figure.target)} ${isReached(figure) ? "reached" : "MISSED"}` : "",
    figure.rival ?? "",
  ]);
  return columns([["what", "measured", "target", "others"], ...rows]);
}

/** Rows of cells, each column as wide as its widest cell. */
export function columns(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function bound({ most, least }: { most?: number; least?: number }): string {
  return most === undefined ? `≥ ${least}` : `≤ ${most}`;
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2);
}
