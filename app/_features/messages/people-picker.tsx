"use client";

import { messages as sentences } from "@/app/_words/messages";
import { Check, Search, X } from "lucide-react";
import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import { messages } from "@/app/_client/messages";
import { isMatch } from "@/app/_features/messages/names";
import { problemOf, useConversations } from "@/app/_features/messages/use-messenger";
import { useSearchPreview } from "@/app/_features/search/use-search-preview";
import { useViewer } from "@/app/_features/messages/shell";
import { Avatar } from "@/app/_ui/avatar";
import { useToast } from "@/app/_ui/toast";
import { cx } from "@/app/_ui/cx";
import type { ContactState } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";
import type { Account } from "@/lib/people/schema";

/** A person who was chosen. */
export interface Picked {
  id: string;
  name: string;
  handle: string;
  avatar: string;
}

/** Why somebody cannot be written to, in a few words. */
const UNREACHABLE: Partial<Record<ContactState, string>> = {
  no_keys: sentences.notOpenedYet,
  closed: sentences.takesNoMessages,
};

interface PickerProps {
  chosen: Picked[];
  /** Gets what it makes of those who are chosen then: somebody is chosen only after the server was asked about them. */
  change: (update: (before: Picked[]) => Picked[]) => void;
  /** People who cannot be chosen. */
  without?: Set<string>;
  /** How many can be chosen. */
  room: number;
}

/** Chooses people: those one writes with and follows, and others by search. */
export function PeoplePicker({ chosen, change, without, room }: PickerProps) {
  const viewer = useViewer();
  const [text, setText] = useState("");
  const found = useSearchPreview(text);
  const known = useKnown(viewer.id);
  const near = known.filter((person) => isMatch({ displayName: person.name, handle: person.handle }, text));
  const others = (found?.people ?? []).map(asPicked).filter(({ id }) => !near.some((person) => person.id === id));
  const shown = [...near, ...others].filter(({ id }) => id !== viewer.id && !without?.has(id));
  const toggle = (person: Picked) =>
    change((before) =>
      before.some(({ id }) => id === person.id)
        ? before.filter(({ id }) => id !== person.id)
        : [...before, person].slice(0, room),
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="grid gap-2 border-b border-line px-4 py-3">
        {chosen.length > 0 && (
          <ul aria-label={sentences.chosen} className="flex flex-wrap gap-1.5">
            {chosen.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  aria-label={sentences.takeOut(person.name)}
                  onClick={() => toggle(person)}
                  className="inline-flex min-h-11 items-center gap-2 rounded-pill bg-accent-soft py-1 ps-1.5 pe-3 text-small font-medium"
                >
                  <Avatar src={person.avatar} size={28} />
                  <bdi className="max-w-40 truncate">{person.name}</bdi>
                  <X className="size-4 text-ink-2" aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <label className="relative flex items-center">
          <span className="sr-only">{sentences.searchPeople}</span>
          <Search className="pointer-events-none absolute inset-s-4 size-5 text-ink-3" aria-hidden="true" />
          <input
            data-first
            type="search"
            dir="auto"
            value={text}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={sentences.nameOrHandle}
            onChange={(event) => setText(event.target.value)}
            className="min-h-12 w-full rounded-pill bg-sunken ps-12 pe-4 text-body text-ink placeholder:text-ink-3"
          />
        </label>
      </div>
      <ul aria-label={sentences.people} className="min-h-0 flex-1 overflow-y-auto">
        {shown.map((person) => (
          <PersonChoice
            key={person.id}
            person={person}
            on={chosen.some(({ id }) => id === person.id)}
            full={chosen.length >= room}
            toggle={() => toggle(person)}
          />
        ))}
      </ul>
      {text.trim() !== "" && found && shown.length === 0 && (
        <p role="status" className="px-6 py-8 text-center text-label text-ink-2">
          {found.trouble ?? sentences.nobodyIsCalledHere(text.trim())}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  person: Picked;
  on: boolean;
  full: boolean;
  toggle: () => void;
}

/** Whether somebody can be written to is asked only when they are chosen. */
function PersonChoice({ person, on, full, toggle }: ChoiceProps) {
  const say = useToast();
  const [why, setWhy] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function choose(): Promise<void> {
    if (busy) return;
    if (on) return toggle();
    setBusy(true);
    const contact = await messages()
      .contact(person.id)
      .catch((failure: unknown) => problemOf(failure));
    setBusy(false);
    if (typeof contact === "string") return say(contact);
    const reason = UNREACHABLE[contact.state];
    if (reason === undefined) return toggle();
    setWhy(reason);
    say(`${isolated(person.name)}: ${reason}`);
  }
  return (
    <li>
      <button
        type="button"
        aria-pressed={on}
        aria-busy={busy}
        disabled={why !== null || (full && !on)}
        onClick={() => void choose()}
        className="flex min-h-15 w-full items-center gap-3 px-4 py-2 text-start -outline-offset-2 not-disabled:hover:bg-paper"
      >
        <Avatar src={person.avatar} size={40} className={cx(why !== null && "opacity-60")} />
        <span className="min-w-0 flex-1 text-label">
          <b className="block truncate">
            <bdi>{person.name}</bdi>
          </b>
          <span className="block truncate text-meta text-ink-3">
            <bdi dir="ltr">@{person.handle}</bdi>
            {why !== null && ` · ${why}`}
          </span>
        </span>
        <span
          aria-hidden="true"
          className={cx(
            "grid size-6 flex-none place-items-center rounded-tag",
            on || busy ? "bg-pine text-surface" : "border-thick border-edge",
            why !== null && "invisible",
          )}
        >
          {(on || busy) && <Check className="size-4.5" />}
        </span>
      </button>
    </li>
  );
}

/** The people one writes with, then those one follows. */
function useKnown(viewerId: string): Picked[] {
  const { value: all } = useConversations();
  const [followed, setFollowed] = useState<Picked[]>([]);
  useEffect(() => {
    let left = false;
    void send<Account[]>(`/api/v1/accounts/${viewerId}/following?limit=40`).then(
      (outcome) => left || (outcome.ok && setFollowed(outcome.value.map(asPicked))),
    );
    return () => void (left = true);
  }, [viewerId]);
  const written = (all?.open ?? []).flatMap(({ members }) =>
    members.map(({ personId, displayName, handle, avatar }) => ({ id: personId, name: displayName, handle, avatar })),
  );
  return [...new Map([...written, ...followed].map((person) => [person.id, person])).values()];
}

function asPicked({ id, display_name: name, acct: handle, avatar }: Account): Picked {
  return { id, name, handle, avatar };
}
