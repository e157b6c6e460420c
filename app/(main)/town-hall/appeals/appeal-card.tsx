"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { BarkWords } from "@/app/(main)/town-hall/parts";
import { send } from "@/app/_client/api";
import { Ago } from "@/app/_features/time/time";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/text-area";
import { useToast } from "@/app/_ui/toast";
import { townHall as words } from "@/app/_words/town-hall";
import { LONGEST, MEASURE_OF } from "@/lib/strikes/rules";
import type { AppealMatter } from "@/lib/strikes/schema";

/** One appeal: what was done and said, what the person wrote, and the answer or the way to give it. */
export function AppealCard({ matter: { warning, by } }: { matter: AppealMatter }) {
  const { target_account: person, appeal } = warning;
  return (
    <li className="grid grid-cols-1 gap-3 border-b border-line px-4 py-4 desk:px-5">
      <p className="flex flex-wrap items-center gap-2 text-label">
        <Avatar src={person.avatar} size={36} />
        <b className="wrap-anywhere">
          <bdi>{person.display_name}</bdi>
        </b>
        <span className="text-ink-3">
          {words.measures[MEASURE_OF[warning.action]].name} {words.byStaff.replace("{who}", () => by)} ·{" "}
          <Ago at={warning.created_at} />
        </span>
      </p>
      <div>
        <h2 className="text-small font-bold text-ink-2">{words.weWrote}</h2>
        <BarkWords text={warning.text} className="text-ink-2" />
      </div>
      {warning.barks.map((bark) => (
        <blockquote key={bark.id} className="rounded-field border border-line px-3 py-2">
          <BarkWords text={bark.text} className="text-ink-2" />
        </blockquote>
      ))}
      {appeal && (
        <div>
          <h2 className="text-small font-bold text-ink-2">{words.theyWrote}</h2>
          <BarkWords text={appeal.text} />
        </div>
      )}
      {appeal?.state === "pending" ? (
        <AnswerForm id={warning.id} name={person.display_name} isDeletion={warning.action === "delete_statuses"} />
      ) : (
        appeal && (
          <div>
            <h2 className="text-small font-bold text-ink-2">{words[appeal.state]}</h2>
            {appeal.answer !== "" && <BarkWords text={appeal.answer} />}
          </div>
        )
      )}
    </li>
  );
}

function AnswerForm({ id, name, isDeletion }: { id: string; name: string; isDeletion: boolean }) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const say = useToast();
  const router = useRouter();

  async function answer(approve: boolean): Promise<void> {
    setBusy(true);
    const outcome = await send(`/api/v1/barker/town_hall/appeals/${id}`, { method: "POST", json: { approve, text } });
    setBusy(false);
    say(outcome.ok ? words.answered : outcome.sentence);
    if (outcome.ok) router.refresh();
  }

  return (
    <div className="grid grid-cols-1 gap-3">
      <TextArea
        label={words.answer}
        help={isDeletion ? `${words.cannotRestore} ${words.answerHelp}` : words.answerHelp}
        rows={3}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button look="ink" disabled={busy} aria-label={words.approveNamed(name)} onClick={() => void answer(true)}>
          {words.approve}
        </Button>
        <Button look="soft" disabled={busy} aria-label={words.rejectNamed(name)} onClick={() => void answer(false)}>
          {words.reject}
        </Button>
      </div>
    </div>
  );
}
