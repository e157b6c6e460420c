"use client";

import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import { plainText } from "@/app/_features/bark/say";
import { Button } from "@/app/_ui/button";
import { Choice } from "@/app/_features/moderation/choice";
import type { Person } from "@/app/_features/moderation/dialogs";
import { useModeration } from "@/app/_features/moderation/use-moderation";
import { Sheet } from "@/app/_ui/sheet";
import { useToast } from "@/app/_ui/toast";
import { moderation as words } from "@/app/_words/moderation";
import type { Status } from "@/lib/barks/schema";

interface ReportSheetProps {
  person: Person;
  bark?: Status;
  close: () => void;
}

type Category = keyof typeof words.categories;
const CATEGORIES = Object.keys(words.categories) as Category[];

interface Rule {
  id: string;
  text: string;
}

/** Reports a person to the operator of this Barker, and optionally blocks them. */
export function ReportSheet({ person, bark, close }: ReportSheetProps) {
  const [category, setCategory] = useState<Category | null>(null);
  const [rules, setRules] = useState<Rule[]>([]);
  const [broken, setBroken] = useState<string[]>([]);
  const [comment, setComment] = useState("");
  const [also, setAlso] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { block } = useModeration();
  const say = useToast();

  // Without an answer, a report does not name rules.
  useEffect(() => {
    void send<Rule[]>("/api/v1/instance/rules").then((outcome) => outcome.ok && setRules(outcome.value));
  }, []);

  async function report(): Promise<void> {
    if (category === null) return setTrouble(words.chooseWrong);
    const isAboutRules = category === "rule";
    if (isAboutRules && broken.length === 0) return setTrouble(words.chooseRule);
    setBusy(true);
    setTrouble(null);
    const said = isAboutRules ? { category: "violation", rule_ids: broken } : { category };
    const json = { account_id: person.id, status_ids: bark ? [bark.id] : [], comment, ...said };
    const outcome = await send("/api/v1/reports", { method: "POST", json });
    setBusy(false);
    if (!outcome.ok) return setTrouble(outcome.sentence);
    close();
    if (also) await block(person);
    else say(words.reported);
  }

  return (
    <Sheet open close={close} low title={words.reportTitle(person.display_name)}>
      <form
        className="grid gap-3 px-4 pb-5"
        onSubmit={(event) => {
          event.preventDefault();
          void report();
        }}
      >
        {bark && (
          <blockquote className="line-clamp-3 rounded-field border border-line px-3 py-2 text-label text-ink-2">
            {plainText(bark)}
          </blockquote>
        )}
        <fieldset>
          <legend className="text-small font-bold">{words.whatIsWrong}</legend>
          {CATEGORIES.filter((value) => value !== "rule" || rules.length > 0).map((value) => (
            <Choice
              key={value}
              type="radio"
              name="category"
              value={value}
              checked={category === value}
              chosen={() => setCategory(value)}
            >
              {words.categories[value]}
            </Choice>
          ))}
        </fieldset>
        {category === "rule" && (
          <fieldset>
            <legend className="text-small font-bold">{words.whichRules}</legend>
            {rules.map(({ id, text }) => (
              <Choice
                key={id}
                type="checkbox"
                name="rule"
                value={id}
                checked={broken.includes(id)}
                chosen={(on) => setBroken((before) => (on ? [...before, id] : before.filter((one) => one !== id)))}
              >
                {text}
              </Choice>
            ))}
          </fieldset>
        )}
        <label className="grid gap-1.5">
          <span className="text-small font-bold">{words.comment}</span>
          <textarea
            dir="auto"
            value={comment}
            onChange={(event) => setComment(event.target.value)}
            maxLength={1_000}
            rows={3}
            className="w-full rounded-field border-thick border-edge bg-surface px-4 py-2.5 text-body text-ink"
          />
        </label>
        <Choice type="checkbox" name="block" checked={also} chosen={setAlso}>
          {words.alsoBlock(person.display_name)}
        </Choice>
        <p className="text-meta text-ink-3">{words.whoReads(person.display_name)}</p>
        {trouble && (
          <p role="alert" className="text-meta text-danger">
            {trouble}
          </p>
        )}
        <Button type="submit" look="danger" disabled={busy}>
          {words.sendReport}
        </Button>
      </form>
    </Sheet>
  );
}
