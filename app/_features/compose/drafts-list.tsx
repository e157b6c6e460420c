"use client";

import { FilePenLine, Trash2 } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { local } from "@/lib/paths";
import { Button } from "@/app/_ui/button";
import { useCompose } from "@/app/_features/compose/context";
import { NO_TARGET, sameTarget, threads, type LocalDraft } from "@/app/_client/drafts/model";
import { beginSync, pull } from "@/app/_client/drafts/sync";
import { useAuthors } from "@/app/_features/compose/use-authors";
import { useStore } from "@/app/_client/use-store";
import { drafts, removeDraft, resumeDraft } from "@/app/_client/drafts/store";
import { DeleteSheet } from "@/app/_features/compose/delete-sheet";
import { excerptOf } from "@/app/_features/compose/excerpt";
import ScheduledList from "@/app/_features/compose/scheduled-list";
import { scheduling } from "@/app/_words/scheduling";
import { compose as words } from "@/app/_words/compose";
import { Ago } from "@/app/_features/time/time";

const NONE: LocalDraft[] = [];

/** The drafts of all devices. Choosing one continues it. */
export default function DraftsList({ chosen }: { chosen?: () => void }) {
  const compose = useCompose();
  const list = useStore(drafts, (all) => all, NONE);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [doomed, setDoomed] = useState<LocalDraft | null>(null);
  const authors = useAuthors(list);
  useEffect(() => {
    beginSync();
    const ask = () => void pull().then((outcome) => setTrouble(outcome === true ? null : outcome));
    ask();
    addEventListener("online", ask);
    return () => removeEventListener("online", ask);
  }, []);
  const begun = useMemo(() => threads(list), [list]);
  const open = (draft: LocalDraft) => {
    chosen?.();
    if (draft.thread || !sameTarget(draft, NO_TARGET)) return compose?.({ kind: "draft", id: draft.id });
    resumeDraft(draft.id);
    compose?.({ kind: "new" });
  };
  const begin = () => {
    resumeDraft(null);
    chosen?.();
    compose?.({ kind: "new" });
  };
  return (
    <div className="grid grid-cols-1 pb-5">
      <ScheduledList chosen={chosen} />
      {trouble && <p className="px-4 pb-2 text-meta text-warn">{words.onlyThisDevice(trouble)}</p>}
      {list.length === 0 ? (
        <div className="grid justify-items-center gap-3 px-6 py-10 text-center">
          <FilePenLine className="size-8 text-ink-3" aria-hidden="true" />
          <p className="text-label text-ink-2">{words.noDrafts}</p>
          <Button onClick={begin}>{words.begin}</Button>
        </div>
      ) : (
        <ul aria-label={words.drafts}>
          {begun.map(
            ([draft, ...more]) =>
              draft && (
                <li key={draft.id} className="flex items-start gap-1 border-b border-line pe-2 hover:bg-sunken/40">
                  <button type="button" onClick={() => open(draft)} className="min-w-0 flex-1 px-4 py-3 text-start">
                    <span className="block truncate text-meta text-ink-3">
                      {about(draft, authors)} · <Ago at={new Date(draft.at).toISOString()} />
                    </span>
                    <span dir="auto" className="mt-0.5 line-clamp-3 break-words whitespace-pre-line">
                      {excerpt(draft)}
                    </span>
                    <Thumbs draft={draft} />
                    {draft.reason && (
                      <span className="mt-1 block text-meta text-warn">{scheduling.notSent(draft.reason)}</span>
                    )}
                    {more.length > 0 && (
                      <span className="mt-1 block text-meta text-ink-3">{words.moreParts(more.length)}</span>
                    )}
                  </button>
                  <button
                    type="button"
                    aria-label={words.deleteDraft(excerpt(draft))}
                    onClick={() => setDoomed(draft)}
                    className="plain mt-1 grid size-11 flex-none place-items-center rounded-pill text-ink-3 hover:text-danger"
                  >
                    <Trash2 className="size-5" aria-hidden="true" />
                  </button>
                </li>
              ),
          )}
        </ul>
      )}
      {list.length > 0 && (
        <Button look="soft" className="mx-4 mt-4" onClick={begin}>
          {words.begin}
        </Button>
      )}
      <DeleteSheet
        title={words.deleteDraftTitle}
        text={doomed && excerpt(doomed)}
        close={() => setDoomed(null)}
        remove={() => {
          for (const draft of begun.find(([first]) => first === doomed) ?? []) removeDraft(draft.id, true);
        }}
      />
    </div>
  );
}

function Thumbs({ draft: { pictures } }: { draft: LocalDraft }) {
  if (pictures.length === 0) return null;
  return (
    <span className="mt-2 flex gap-1.5">
      {pictures.map(({ key, src, alt }) => (
        // oxlint-disable-next-line nextjs/no-img-element -- already encoded in three sizes
        <img
          key={key}
          src={src.startsWith("blob:") ? src : local(src)}
          alt={alt}
          className="size-14 rounded-field bg-sunken object-cover"
        />
      ))}
    </span>
  );
}

function about({ replyTo, quotes, edits }: LocalDraft, authors: Map<string, string>): string {
  const author = authors.get(replyTo ?? quotes ?? "");
  if (replyTo) return author ? words.replyToPerson(author) : words.reply.title;
  if (quotes) return author ? words.quoteOf(author) : words.quote.title;
  return edits ? words.editOf : words.newBark.title;
}

function excerpt({ text, spoiler, pictures }: LocalDraft): string {
  return excerptOf({ text, spoiler: spoiler ?? "", pictures: pictures.length });
}
