"use client";

import { formatDate } from "@/app/_client/format-date";
import { Plus } from "lucide-react";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { CONTEXTS, WordForm } from "@/app/_features/moderation/word-form";
import { loadClientFilters } from "@/app/_client/client-filters";
import { Moment } from "@/app/_features/time/time";
import { useToast } from "@/app/_ui/toast";
import { moderation as sentences } from "@/app/_words/moderation";
import type { Filter } from "@/lib/filters/schema";

/** The viewer's muted words: listed, added, changed and deleted in place. */
export function MutedWords({ first, viewerId }: { first: Filter[]; viewerId: string }) {
  const [filters, setFilters] = useState(first);
  const [open, setOpen] = useState<string | null>(first.length === 0 ? "new" : null);
  const say = useToast();

  function keep(filter: Filter): void {
    setFilters((before) => [filter, ...before.filter(({ id }) => id !== filter.id)]);
    setOpen(null);
    void loadClientFilters(viewerId);
  }
  /** Deleted when the time for undoing is over. */
  function remove(filter: Filter): void {
    setFilters((before) => before.filter(({ id }) => id !== filter.id));
    const back = () => setFilters((before) => [filter, ...before]);
    const gone = async () => {
      const outcome = await send(`/api/v2/filters/${filter.id}`, { method: "DELETE", keepalive: true });
      if (outcome.ok) return loadClientFilters(viewerId);
      back();
      say(outcome.sentence);
    };
    say(sentences.wordsDeleted(filter.title), { undo: back, gone: () => void gone() });
  }

  return (
    <div className="grid grid-cols-1 gap-4 px-4 py-5 desk:px-5">
      <p className="text-label text-ink-2">{sentences.wordsAbout}</p>
      {open === "new" ? (
        <WordForm kept={keep} cancel={() => setOpen(null)} />
      ) : (
        <Button look="outline" className="justify-self-start" onClick={() => setOpen("new")}>
          <Plus className="size-5" aria-hidden="true" /> {sentences.muteWords}
        </Button>
      )}
      <ul className="grid gap-3">
        {filters.map((filter) => (
          <li key={filter.id} className="rounded-card border border-line p-4">
            {open === filter.id ? (
              <WordForm filter={filter} kept={keep} cancel={() => setOpen(null)} />
            ) : (
              <Entry filter={filter} edit={() => setOpen(filter.id)} remove={() => remove(filter)} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entry({ filter, edit, remove }: { filter: Filter; edit: () => void; remove: () => void }) {
  const { title, keywords, statuses, context, filter_action: action, expires_at: end } = filter;
  const words = keywords.map(({ keyword }) => keyword).join(", ");
  const places = CONTEXTS.filter(([value]) => context.includes(value)).map(([, label]) => label);
  return (
    <>
      <h2 dir="auto" className="text-heading leading-6 font-bold wrap-anywhere">
        {title}
      </h2>
      {words !== title && words !== "" && (
        <p dir="auto" className="mt-1 text-label wrap-anywhere">
          {words}
        </p>
      )}
      {statuses.length > 0 && <p className="mt-1 text-label">{sentences.barkCount(statuses.length)}</p>}
      <p className="mt-1 text-meta text-ink-2">
        {sentences.does[action](places.join(", "))}{" "}
        {end === null ? sentences.always : <Moment at={end} words={(now, zone) => ending(end, now, zone)} />}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="soft" size="small" aria-label={sentences.of(sentences.change, title)} onClick={edit}>
          {sentences.change}
        </Button>
        <Button look="danger" size="small" aria-label={sentences.of(sentences.remove, title)} onClick={remove}>
          {sentences.remove}
        </Button>
      </div>
    </>
  );
}

function ending(iso: string, now: number, timeZone: string | undefined): string {
  const at = Date.parse(iso);
  const when = formatDate(at, { dateStyle: "medium", timeStyle: "short" }, timeZone);
  return at > now ? sentences.untilDot(when) : sentences.ended(when);
}
