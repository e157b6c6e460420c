/** A byte range of a file: its first and its last byte. */
export interface Range {
  first: number;
  last: number;
}

/**
 * Parses a `Range` header for a file of `size` bytes.
 * @returns null for the whole file: no header, an invalid one, or several ranges, as RFC 9110 allows; "unsatisfiable"
 *   when the range is outside the file
 */
export function rangeOf(header: string | null, size: number): Range | "unsatisfiable" | null {
  const [, from = "", to = ""] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length > 0 ? { first: size - length, last: size - 1 } : "unsatisfiable";
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return null;
  return first < size ? { first, last: Math.min(to === "" ? size : Number(to), size - 1) } : "unsatisfiable";
}

/** Whether an `If-None-Match` header contains this tag: the caller has the file already. */
export function isKnown(header: string | null, tag: string): boolean {
  return header !== null && (header.trim() === "*" || header.split(",").some((one) => bare(one) === tag));
}

const bare = (tag: string) => tag.trim().replace(/^W\//, "");
