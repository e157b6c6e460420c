"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { HallPart } from "@/app/(main)/town-hall/parts";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { TextArea } from "@/app/_ui/text-area";
import { useToast } from "@/app/_ui/toast";
import { townHall as words } from "@/app/_words/town-hall";
import { isolated } from "@/lib/text/isolate";
import { isAboutBarks, LONGEST } from "@/lib/strikes/rules";
import type { Measure } from "@/lib/strikes/schema";

interface MeasureFormProps {
  person: { id: string; name: string };
  /** The report that is settled by it; without one, nothing is left as it is. */
  reportId?: string;
  /** The barks that can be covered or taken down. */
  barkIds?: string[];
  /** Whether the viewer may act against this person. */
  mayAct: boolean;
}

type Choice = Measure | "leave";

const NO_BARKS: string[] = [];
const OF_REPORT: Choice[] = ["leave", "warn", "cover", "delete", "limit", "suspend"];
const OF_PERSON: Choice[] = ["warn", "limit", "sensitive", "disable", "suspend"];

/** What can be done about a person or a report, with what the person will read. */
export function MeasureForm({ person, reportId, barkIds = NO_BARKS, mayAct }: MeasureFormProps) {
  const offered = (reportId === undefined ? OF_PERSON : OF_REPORT).filter(
    (choice) => choice === "leave" || (mayAct && (barkIds.length > 0 || !isAboutBarks(choice))),
  );
  const [choice, setChoice] = useState<Choice | null>(null);
  const [text, setText] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const say = useToast();
  const router = useRouter();
  const shown = text ?? (choice === null || choice === "leave" ? "" : words.measures[choice].text);

  async function settle(): Promise<void> {
    if (choice === null) return;
    setBusy(true);
    const outcome =
      choice === "leave"
        ? await send(`/api/v1/admin/reports/${reportId}/resolve`, { method: "POST" })
        : await send(`/api/v1/barker/town_hall/people/${person.id}/measures`, {
            method: "POST",
            json: {
              measure: choice,
              text: shown,
              report_id: reportId,
              bark_ids: isAboutBarks(choice) || choice === "warn" ? barkIds : [],
            },
          });
    setBusy(false);
    say(outcome.ok ? (choice === "leave" ? words.resolved : words.done) : outcome.sentence);
    if (!outcome.ok) return;
    setChoice(null);
    setText(null);
    router.refresh();
  }

  return (
    <form
      className="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void settle();
      }}
    >
      <HallPart title={words.whatToDo}>
        {!mayAct && <p className="text-label text-ink-2">{words.protected}</p>}
        <div
          role="radiogroup"
          aria-label={words.whatToDo}
          className="grid grid-cols-[repeat(auto-fill,minmax(min(9rem,100%),1fr))] gap-2"
        >
          {offered.map((one) => (
            <Option key={one} choice={one} chosen={one === choice} choose={() => setChoice(one)} />
          ))}
        </div>
      </HallPart>
      {choice !== null && choice !== "leave" && (
        <TextArea
          label={words.willRead(person.name)}
          help={words.youCanEdit}
          rows={4}
          maxLength={LONGEST}
          value={shown}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {choice !== null && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-meta text-ink-3">{words.onRecord}</p>
          <Button type="submit" size="large" disabled={busy} className="grow desk:grow-0">
            {choice === "leave" ? words.leaveIt.button : words.measures[choice].button(isolated(person.name))}
          </Button>
        </div>
      )}
    </form>
  );
}

function Option({ choice, chosen, choose }: { choice: Choice; chosen: boolean; choose: () => void }) {
  const { name, detail } = choice === "leave" ? words.leaveIt : words.measures[choice];
  return (
    <label
      className={cx(
        "grid min-h-14 cursor-pointer content-center rounded-field border-thick px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-focus",
        chosen ? "border-accent-line bg-accent-soft" : "border-edge",
      )}
    >
      <input type="radio" name="measure" value={choice} checked={chosen} onChange={choose} className="sr-only" />
      <b className="text-label">{name}</b>
      <span className="text-meta text-ink-2">{detail}</span>
    </label>
  );
}
