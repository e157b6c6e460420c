"use client";

import { Search } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { packs as words } from "@/app/_words/packs";
import { send } from "@/app/_client/api";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
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
  const found = usePeople(text);
  const shown = found?.filter((person) => !taken.has(person.id));
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
              <span className="block truncate text-meta text-ink-3">@{person.acct}</span>
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
      {found?.length === 0 && (
        <p role="status" className="py-3 text-label text-ink-2">
          {words.notFound(text.trim())}
        </p>
      )}
    </div>
  );
}

/** The people whom a search finds; null before there is an answer to this text. */
function usePeople(text: string): Account[] | null {
  const q = text.trim();
  const [found, setFound] = useState<{ q: string; people: Account[] } | null>(null);
  useEffect(() => {
    if (q === "") return;
    let left = false;
    const timer = setTimeout(() => {
      const path = `/api/v1/accounts/search?${new URLSearchParams({ q, limit: String(FOUND) })}`;
      void send<Account[]>(path).then((outcome) => left || (outcome.ok && setFound({ q, people: outcome.value })));
    }, PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [q]);
  return q === "" ? null : (found?.people ?? null);
}
