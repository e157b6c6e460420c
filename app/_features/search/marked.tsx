import type { ReactNode } from "react";
import { pieces, wantedBy } from "@/app/_features/search/marks";

/** Renders texts with the matching words marked. Nothing in them is interpreted as HTML. */
export function marker(q: string, begun = false): (text: string) => ReactNode {
  const wanted = wantedBy(q, begun);
  return (text) =>
    pieces(text, wanted).map((piece, index) =>
      piece.found ? (
        <mark key={index} className="rounded-[.2em] bg-accent-soft text-inherit">
          {piece.text}
        </mark>
      ) : (
        piece.text
      ),
    );
}
