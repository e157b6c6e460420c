"use client";

import { Hash } from "lucide-react";
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { find, type Completion } from "@/app/_features/compose/suggest";
import { complete, type TypedToken } from "@/app/_features/compose/token";
import { cx } from "@/app/_ui/cx";

/** The field's interface to its suggestions: `press` handles a key, and returns whether it did. */
export interface Combo {
  listId: string;
  activeId: string | undefined;
  press: (key: string) => boolean;
}

const GAP = 6;

interface SuggestionsProps {
  token: TypedToken;
  text: string;
  mirror: RefObject<HTMLElement | null>;
  tell: (combo: Combo | null) => void;
  choose: (next: { text: string; caret: number }) => void;
  close: () => void;
}

/** Suggested people and topics under the line of the caret. Arrows move, Enter and Tab choose, Escape closes. */
export default function Suggestions({ token, text, mirror, tell, choose, close }: SuggestionsProps) {
  const listId = useId();
  const { kind, from, query } = token;
  const found = useFound(kind, query);
  const [active, setActive] = useState({ query, index: 0 });
  const at = active.query === query ? Math.min(active.index, found.length - 1) : 0;
  const point = useCallback((index: number) => setActive({ query, index }), [query]);

  const take = useCallback(
    (index: number) => {
      const suggestion = found[index];
      if (suggestion) choose(complete(text, token, suggestion.name));
    },
    [found, choose, text, token],
  );
  const box = useRef<HTMLDivElement>(null);
  usePlace(box, mirror, from);

  // The field always calls the newest handler.
  const now = useRef({ at, take, close, point, count: found.length });
  useEffect(() => void (now.current = { at, take, close, point, count: found.length }));
  const open = found.length > 0;
  useEffect(() => {
    if (!open) return;
    const press = (key: string) => {
      const { at: index, take: choice, close: leave, point: go, count } = now.current;
      if (key === "ArrowDown") go((index + 1) % count);
      else if (key === "ArrowUp") go((index - 1 + count) % count);
      else if (key === "Enter" || key === "Tab") choice(index);
      else if (key === "Escape") leave();
      else return false;
      return true;
    };
    tell({ listId, activeId: `${listId}-${at}`, press });
    return () => tell(null);
  }, [open, at, listId, tell]);

  return (
    <>
      <span role="status" className="sr-only">
        {open ? `${found.length} suggestions` : ""}
      </span>
      {open && (
        <div
          ref={box}
          id={listId}
          role="listbox"
          aria-label={kind === "person" ? "People" : "Topics"}
          popover="manual"
          className="inset-auto m-0 w-72 max-w-[calc(100vw-2rem)] rounded-media border-0 bg-raised p-1.5 text-ink shadow-e2"
        >
          {found.map((suggestion, index) => (
            <button
              type="button"
              tabIndex={-1}
              key={suggestion.name}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => point(index)}
              onClick={() => take(index)}
              className={cx(
                "flex min-h-11 w-full cursor-default items-center gap-3 rounded-field px-2.5 py-1 text-start text-label",
                index === at && "bg-sunken",
              )}
            >
              <Line suggestion={suggestion} />
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function Line({ suggestion: { name, title, note, picture } }: { suggestion: Completion }) {
  return (
    <>
      {picture === null ? (
        <span className="grid size-9 flex-none place-items-center rounded-avatar bg-accent-soft text-accent-mark">
          <Hash className="size-4.5" aria-hidden="true" />
        </span>
      ) : (
        <Avatar src={picture} size={36} />
      )}
      <span className="min-w-0">
        <b className="block truncate">
          <bdi>{title}</bdi>
        </b>
        <span className="block truncate text-meta text-ink-3">
          <bdi>{note || name}</bdi>
        </span>
      </span>
    </>
  );
}

/** The results for the newest query; meanwhile those of the previous one. */
function useFound(kind: TypedToken["kind"], query: string): Completion[] {
  const [found, setFound] = useState<{ kind: TypedToken["kind"]; list: Completion[] }>({ kind, list: [] });
  useEffect(() => {
    let late = false;
    const timer = setTimeout(
      () => void find(kind, query).then((list) => late || setFound({ kind, list })),
      query === "" ? 0 : 150,
    );
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [kind, query]);
  return found.kind === kind ? found.list : [];
}

/** Positions the list below the sign that was typed, or above where there is no room. */
function usePlace(box: RefObject<HTMLElement | null>, mirror: RefObject<HTMLElement | null>, from: number) {
  useLayoutEffect(() => {
    const place = () => {
      const [list, behind] = [box.current, mirror.current];
      const spot = list && behind && spotOf(behind, from);
      if (!spot) return;
      if (!list.matches(":popover-open")) list.showPopover();
      const edge = behind.getBoundingClientRect();
      const below = spot.bottom + GAP;
      const room = window.visualViewport?.height ?? innerHeight;
      const fits = below + list.offsetHeight <= room || spot.top < list.offsetHeight;
      list.style.top = `${fits ? below : spot.top - GAP - list.offsetHeight}px`;
      list.style.left = `${Math.max(edge.left, Math.min(spot.left - 12, edge.right - list.offsetWidth))}px`;
    };
    place();
    addEventListener("scroll", place, { capture: true, passive: true });
    return () => removeEventListener("scroll", place, { capture: true });
  });
}

/** The position of a character on screen. */
function spotOf(behind: HTMLElement, index: number): DOMRect | null {
  const walker = document.createTreeWalker(behind, NodeFilter.SHOW_TEXT);
  let left = index;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left < length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range.getBoundingClientRect();
    }
    left -= length;
  }
  return null;
}
