"use client";

import { Search } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { packs as words } from "@/app/_words/packs";
import { send } from "@/app/_client/api";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import type { Account } from "@/lib/people/schema";

const PAUSE_MS = 200;
const FOUND = 8;

interface AddProps {
  /** The ids of people who are in it already. */
  taken: ReadonlySet<string>;
  full: boolean;
  add: (person: Account) => void;
}

/** Finds people by name or handle, to put them into a starter pack. */
export function AddPeople({ taken, full, add }: AddProps) {
  const id = useId();
  const [text, setText] = useState("");
  const { q, found, trouble } = usePeople(text);
  const shown = found?.filter((person) => !taken.has(person.id));
  const message = trouble ?? (found?.length === 0 && words.notFound(q));
  return (
    <div className="mt-4">
      <label htmlFor={id} className="mb-1.5 block text-small font-bold">
        {words.search}
      </label>
      <div className="relative">
        <Search className="pointer-events-none absolute inset-s-4 top-3.5 size-5 text-ink-3" aria-hidden="true" />
        <input
          id={id}
          type="search"
          dir="auto"
          value={text}
          disabled={full}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={words.searchHint}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            // Enter would send the form around this field.
            if (event.key === "Enter") event.preventDefault();
          }}
          className="min-h-12 w-full rounded-pill border-thick border-edge bg-surface ps-12 pe-4 text-body text-ink placeholder:text-ink-3"
        />
      </div>
      <ul aria-label={words.found} className="mt-1">
        {shown?.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-3 border-line py-2 not-first:border-t">
            <Avatar src={person.avatar} size={36} />
            <span className="min-w-0 flex-1 text-label">
              <b className="block truncate">
                <bdi>{person.display_name}</bdi>
              </b>
              <span className="block truncate text-meta text-ink-3">
                <bdi dir="ltr">@{person.acct}</bdi>
              </span>
            </span>
            <Button
              look="outline"
              size="small"
              disabled={full}
              aria-label={words.add(person.display_name)}
              onClick={() => add(person)}
            >
              {words.addShort}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className={cx("text-label text-ink-2", message && "py-3")}>
        {message}
      </p>
    </div>
  );
}

interface Answer {
  /** What it answers. */
  q: string;
  /** The people who are found; null before there is an answer, or when the search failed. */
  found: Account[] | null;
  /** Why the search failed. */
  trouble: string | null;
}

const NOTHING: Answer = { q: "", found: null, trouble: null };

/** Searches people; the last answer stays until the next one arrives. */
function usePeople(text: string): Answer {
  const q = text.trim();
  const [answer, setAnswer] = useState(NOTHING);
  useEffect(() => {
    if (q === "") return;
    let left = false;
    const timer = setTimeout(() => {
      const path = `/api/v1/accounts/search?${new URLSearchParams({ q, limit: String(FOUND) })}`;
      void send<Account[]>(path).then((outcome) => {
        if (left) return;
        if (outcome.ok) setAnswer({ q, found: outcome.value, trouble: null });
        else setAnswer({ q, found: null, trouble: words.notSearched(outcome.sentence) });
      });
    }, PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [q]);
  return q === "" ? NOTHING : answer;
}
