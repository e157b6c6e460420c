"use client";

import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { cx } from "@/app/_ui/cx";
import { clearScrollPosition } from "@/app/_client/scroll-position";
import { placeOf, rememberSearch } from "@/app/_features/search/recent";
import { forgetVisit } from "@/app/_features/search/visits";
import { search } from "@/app/_words/search";
import { paths } from "@/lib/paths";

const Panel = lazy(() => import("@/app/_features/search/panel"));

interface SearchBoxProps {
  viewerId: string | null;
  q?: string;
  /** The preview stays below the field, instead of lying over the page. */
  inline?: boolean;
  /** The keyboard shortcut is shown. */
  keys?: boolean;
}

/** The search field, with a preview of results while one types. Without scripts it is a form. */
export function SearchBox({ viewerId, q = "", inline = false, keys = false }: SearchBoxProps) {
  const router = useRouter();
  const [text, setText] = useState(q);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);

  const write = (next: string) => {
    setText(next);
    setOpen(true);
    field.current?.focus();
  };
  const go = (said: string) => {
    if (said.trim() === "") return;
    rememberSearch(viewerId, said);
    // A repeated search begins at its top.
    clearScrollPosition(placeOf(viewerId, said.trim()));
    forgetVisit(viewerId, said.trim());
    setText(said);
    setOpen(false);
    field.current?.blur();
    router.push(paths.search(said.trim()));
  };
  useEffect(() => {
    const form = box.current;
    if (!form) return;
    const press = (event: KeyboardEvent) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by !== undefined && move(form, by)) event.preventDefault();
      if (event.key !== "Escape") return;
      field.current?.focus();
      setOpen(false);
    };
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) setOpen(false);
    };
    form.addEventListener("keydown", press);
    form.addEventListener("focusout", leave);
    return () => {
      form.removeEventListener("keydown", press);
      form.removeEventListener("focusout", leave);
    };
  }, []);
  // On the search page the field has the focus at once. What was typed before this script was loaded stays.
  useEffect(() => {
    if (inline) field.current?.focus();
    if (field.current) setText(field.current.value);
  }, [inline]);
  return (
    <form
      ref={box}
      role="search"
      action={paths.searching}
      onSubmit={(event) => {
        event.preventDefault();
        go(text);
      }}
      className={cx("relative min-w-0", keys ? "flex-none" : "flex-1")}
    >
      <div className="relative flex items-center">
        <Search className="pointer-events-none absolute inset-s-4 size-5 text-ink-3" aria-hidden="true" />
        <input
          ref={field}
          data-search
          type="search"
          dir="auto"
          name="q"
          value={text}
          maxLength={300}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          aria-label={search.field}
          placeholder={keys ? search.field : search.placeholder}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
          }}
          className="search-ground min-h-12 w-full rounded-pill bg-sunken pe-12 ps-12 text-body [&::-webkit-search-cancel-button]:hidden text-ink placeholder:text-ink-3"
        />
        {text !== "" ? (
          <button
            type="button"
            aria-label={search.clear}
            onClick={() => write("")}
            className="plain absolute inset-e-0.5 grid size-11 place-items-center rounded-pill text-ink-2"
          >
            <X className="size-5" aria-hidden="true" />
          </button>
        ) : (
          keys && (
            <kbd className="pointer-events-none absolute inset-e-4 rounded-tag border border-edge px-1.5 font-sans text-meta text-ink-3">
              /
            </kbd>
          )
        )}
      </div>
      {(open || inline) && (
        <div
          // A press outside links must not blur the field, which would close the panel.
          onPointerDown={(event) => event.preventDefault()}
          className={cx(
            inline
              ? "-ms-12 pt-2"
              : "absolute inset-x-0 top-full z-(--z-menu) mt-1.5 max-h-[calc(100dvh-5rem)] overflow-y-auto rounded-card bg-raised shadow-e2",
          )}
        >
          <Suspense>
            <Panel text={text} viewerId={viewerId} write={write} go={go} away={() => setOpen(false)} />
          </Suspense>
        </div>
      )}
    </form>
  );
}

/** Moves the focus between the field and the results below it. */
function move(form: HTMLElement, by: number): boolean {
  const stops = [...form.querySelectorAll<HTMLElement>("[data-search], [data-found]")];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[at + by]?.focus();
  return at + by >= 0 && at + by < stops.length;
}
