"use client";

import { CalendarClock, Hourglass } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { isHeld, send } from "@/app/_client/api";
import { fromServer } from "@/app/_client/drafts/model";
import { ingestDrafts, resumeDraft } from "@/app/_client/drafts/store";
import { DeleteSheet } from "@/app/_features/compose/delete-sheet";
import { excerptOf } from "@/app/_features/compose/excerpt";
import { useCompose } from "@/app/_features/compose/context";
import { FullDate } from "@/app/_features/time/time";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";
import { scheduling } from "@/app/_words/scheduling";
import type { HeldStatus, ScheduledStatus } from "@/lib/barks/scheduled/schema";
import type { Draft } from "@/lib/drafts/schema";

type Waiting = ScheduledStatus | HeldStatus;

/**
 * The barks that wait for the people who run the town, and those that wait for their time, the next one first; nothing where
 * there are none.
 * @param chosen called before one is opened in the composer
 */
export default function ScheduledList({ chosen }: { chosen?: () => void }) {
  const [list, setList] = useState<Waiting[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [doomed, setDoomed] = useState<Waiting | null>(null);
  const compose = useCompose();
  const say = useToast();
  const load = useCallback(async () => {
    const [held, timed] = await Promise.all([
      send<HeldStatus[]>("/api/v1/barker/scheduled/held"),
      send<ScheduledStatus[]>("/api/v1/scheduled_statuses?limit=40"),
    ]);
    if (held.ok && timed.ok) setList([...held.value, ...inOrder(timed.value)]);
    const failed = [held, timed].find((outcome) => !outcome.ok);
    setTrouble(failed && !failed.ok ? scheduling.notLoaded(failed.sentence) : null);
  }, []);
  useEffect(() => {
    const reload = () => void load();
    reload();
    addEventListener("online", reload);
    return () => removeEventListener("online", reload);
  }, [load]);
  if (trouble !== null) return <p className="px-4 pb-2 text-meta text-warn">{trouble}</p>;
  if (list.length === 0) return null;
  const without = ({ id }: Waiting) => setList((all) => all.filter((other) => other.id !== id));
  const act = async <Answer,>(bark: Waiting, method: "POST" | "DELETE", path: string): Promise<Answer | null> => {
    const outcome = await send<Answer>(path, { method });
    if (outcome.ok || outcome.status === 404) without(bark);
    if (outcome.ok) return outcome.value;
    say(outcome.sentence);
    if (isHeld(outcome)) await load();
    return null;
  };
  const takeBack = async (bark: HeldStatus) => {
    const draft = await act<Draft>(bark, "POST", `/api/v1/barker/scheduled/${bark.id}/draft`);
    if (!draft) return;
    ingestDrafts([fromServer(draft)]);
    say(scheduling.takenBack);
  };
  const edit = async (bark: ScheduledStatus) => {
    const draft = await act<Draft>(bark, "POST", `/api/v1/barker/scheduled/${bark.id}/draft`);
    if (!draft) return;
    ingestDrafts([{ ...fromServer(draft), dueAt: bark.scheduled_at, dirty: true }]);
    chosen?.();
    if (draft.in_reply_to_id ?? draft.quoted_status_id) return compose?.({ kind: "draft", id: draft.id });
    resumeDraft(draft.id);
    compose?.({ kind: "new" });
  };
  const sendNow = async (bark: ScheduledStatus) =>
    (await act(bark, "POST", `/api/v1/barker/scheduled/${bark.id}/post`)) && say(scheduling.sent);
  const remove = async (bark: Waiting) =>
    (await act(bark, "DELETE", `/api/v1/scheduled_statuses/${bark.id}`)) && say(scheduling.deleted);
  return (
    <section aria-labelledby="scheduled" className="pb-3">
      <h2 id="scheduled" className="px-4 pt-4 pb-1 text-heading font-bold">
        {scheduling.title}
      </h2>
      <ul>
        {list.map((bark) => (
          <li key={bark.id} className="border-b border-line px-4 py-3">
            <p className="flex items-center gap-1.5 text-meta text-ink-3">
              {"held_at" in bark ? (
                <>
                  <Hourglass className="size-4 flex-none" aria-hidden="true" />
                  {scheduling.held}
                </>
              ) : (
                <>
                  <CalendarClock className="size-4 flex-none" aria-hidden="true" />
                  <FullDate at={bark.scheduled_at} />
                </>
              )}
            </p>
            <p dir="auto" className="mt-0.5 line-clamp-3 break-words whitespace-pre-line">
              {excerpt(bark)}
            </p>
            {bark.params.poll && <p className="text-meta text-ink-3">{scheduling.withPoll}</p>}
            <div className="mt-2 flex flex-wrap gap-2">
              {"held_at" in bark ? (
                <Choice
                  label={scheduling.backToDrafts}
                  named={scheduling.backToDraftsNamed(excerpt(bark))}
                  choose={() => void takeBack(bark)}
                />
              ) : (
                <>
                  <Choice
                    label={scheduling.edit}
                    named={scheduling.editNamed(excerpt(bark))}
                    choose={() => void edit(bark)}
                  />
                  <Choice
                    label={scheduling.sendNow}
                    named={scheduling.sendNowNamed(excerpt(bark))}
                    choose={() => void sendNow(bark)}
                  />
                </>
              )}
              <Button
                look="danger"
                size="small"
                aria-label={scheduling.deleteNamed(excerpt(bark))}
                onClick={() => setDoomed(bark)}
              >
                {scheduling.delete}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <h2 className="px-4 pt-5 text-heading font-bold">{scheduling.drafts}</h2>
      <DeleteSheet
        title={scheduling.deleteTitle}
        text={doomed && excerpt(doomed)}
        close={() => setDoomed(null)}
        remove={() => void (doomed && remove(doomed))}
      />
    </section>
  );
}

function Choice({ label, named, choose }: { label: string; named: string; choose: () => void }) {
  return (
    <Button look="soft" size="small" aria-label={named} onClick={choose}>
      {label}
    </Button>
  );
}

/** The next one first. */
function inOrder(timed: ScheduledStatus[]): ScheduledStatus[] {
  return timed.toSorted((a, b) => (a.scheduled_at < b.scheduled_at ? -1 : 1));
}

function excerpt({ params: { text, spoiler_text: spoiler }, media_attachments: media }: Waiting): string {
  return excerptOf({ text, spoiler, pictures: media.length });
}
