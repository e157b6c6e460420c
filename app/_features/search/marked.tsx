import type { ReactNode } from "react";
import { pieces, wantedBy } from "@/app/_features/search/marks";

/** A way to show texts with the words marked that were searched for. Nothing of it is read as HTML. */
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
