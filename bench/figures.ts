/** A quantile: the value below which a share of the samples lies. */
export function quantile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One measured figure, with its target and a figure of a rival. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** The target from the design documents. */
  target?: { most?: number; least?: number };
  rival?: string;
  /** For a floor: its value on the reference machine, for which the targets are set. */
  reference?: number;
}

export function isReached({ value, target }: Omit<Figure, "what">): boolean {
  return value <= (target?.most ?? Infinity) && value >= (target?.least ?? -Infinity);
}

/**
 * How many times slower this machine is now than the reference machine: the smallest ratio of all floors, at least 1.
 * 1 if no floor was measured.
 */
export function slowness(figures: Figure[]): number {
  const ratios = figures.flatMap(({ value, unit, reference }) =>
    reference === undefined ? [] : [unit === "/s" ? reference / value : value / reference],
  );
  return ratios.length === 0 ? 1 : Math.max(1, Math.min(...ratios));
}

/** A time or a rate, normalised to the reference machine; null for other units and figures without a target. */
export function normalised({ value, unit, target, reference }: Figure, slower: number): number | null {
  if (!target || reference !== undefined || (unit !== "ms" && unit !== "/s")) return null;
  return unit === "ms" ? value / slower : value * slower;
}

/** Formats figures as a table, with the formula of the normalised column below it. */
export function table(figures: Figure[]): string {
  const slower = slowness(figures);
  const rows = figures.map((figure) => [
    figure.what,
    `${round(figure.value)} ${figure.unit}`,
    figure.target ? `${bound(figure.target)} ${verdict(figure)}` : "",
    normalisedCell(figure, slower),
    figure.rival ?? "",
  ]);
  const formula = `normalised: times ÷ s, rates × s; s = ${round(slower)}, the smallest ratio of a floor to its reference, at least 1`;
  return `${columns([["what", "measured", "target", "normalised", "others"], ...rows])}\n${formula}`;
}

/** Formats rows of cells; each column is as wide as its widest cell. */
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

function normalisedCell(figure: Figure, slower: number): string {
  const value = normalised(figure, slower);
  return value === null ? "" : `${round(value)} ${verdict({ ...figure, value })}`;
}

function bound({ most, least }: { most?: number; least?: number }): string {
  return most === undefined ? `≥ ${least}` : `≤ ${most}`;
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2);
}
