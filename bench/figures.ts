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
  /** What the machine of the targets does, of a floor. */
  reference?: number;
}

export function isReached({ value, target }: Omit<Figure, "what">): boolean {
  return value <= (target?.most ?? Infinity) && value >= (target?.least ?? -Infinity);
}

/**
 * The slowdown: how many times slower this machine is than the reference machine of the targets, by the base measurement
 * with the smallest ratio, at least 1.
 */
export function slowness(figures: Figure[]): number {
  const ratios = figures.flatMap(({ value, unit, reference }) =>
    reference === undefined ? [] : [unit === "/s" ? reference / value : value / reference],
  );
  return ratios.length === 0 ? 1 : Math.max(1, Math.min(...ratios));
}

/** A time or a rate normalised to the reference machine of the targets; null for other units. */
export function calibrated({ value, unit, target, reference }: Figure, slower: number): number | null {
  if (!target || reference !== undefined || (unit !== "ms" && unit !== "/s")) return null;
  return unit === "ms" ? value / slower : value * slower;
}

/** The figures as a table for people. */
export function table(figures: Figure[]): string {
  const slower = slowness(figures);
  const rows = figures.map((figure) => [
    figure.what,
    `${round(figure.value)} ${figure.unit}`,
    figure.target ? `${bound(figure.target)} ${verdict(figure)}` : "",
    normalised(figure, slower),
    figure.rival ?? "",
  ]);
  return columns([["what", "measured", "target", "normalised", "others"], ...rows]);
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

function verdict(figure: Omit<Figure, "what">): string {
  return isReached(figure) ? "reached" : "MISSED";
}

function normalised(figure: Figure, slower: number): string {
  const value = calibrated(figure, slower);
  return value === null ? "" : `${round(value)} ${verdict({ ...figure, value })}`;
}

function bound({ most, least }: { most?: number; least?: number }): string {
  return most === undefined ? `≥ ${least}` : `≤ ${most}`;
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2);
}
