const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

/** A number of bytes for people: "1.2 GB". */
export function bytesInWords(bytes: number): string {
  let [value, unit] = [bytes, 0];
  for (; value >= 1_000 && unit < UNITS.length - 1; unit += 1) value /= 1_000;
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`;
}
