import type { CSSProperties } from "react";
import { local } from "@/lib/paths";
import { cx } from "@/app/_ui/cx";

interface FaceProps {
  src: string;
  /** In the units of the picture, which is `width` by `height`. */
  at: { x: number; y: number };
  size: number;
  of: { width: number; height: number };
  mark?: "you" | "chosen";
}

const MARKS = {
  you: "shadow-[0_0_0_3px_var(--surface),0_0_0_6px_var(--accent)]",
  chosen: "shadow-[0_0_0_2.5px_var(--surface),0_0_0_5px_var(--accent)]",
} as const;

/** A position in a picture as percentages, whatever its size on screen. */
export function standsAt({ at, size, of }: Pick<FaceProps, "at" | "size" | "of">): CSSProperties {
  const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(2)}%`;
  return { left: share(at.x, of.width), top: share(at.y, of.height), width: share(size, of.width) };
}

/** A face in a picture. Hidden from screen readers; its label is on the surrounding element. */
export function Face({ src, mark, ...place }: FaceProps) {
  return (
    <img
      src={local(src)}
      alt=""
      // Not prefetched again when the page is revalidated.
      loading="lazy"
      style={standsAt(place)}
      className={cx(
        "absolute aspect-square -translate-1/2 rounded-avatar bg-sunken object-cover",
        mark ? MARKS[mark] : "shadow-[0_0_0_2.5px_var(--surface)]",
      )}
    />
  );
}
