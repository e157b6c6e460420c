"use client";

import { useEffect, useState } from "react";
import { DropAct } from "@/app/_features/welcome/after-joining";
import { welcome as words } from "@/app/_words/welcome";
import { send } from "@/app/_client/api";
import { newId } from "@/app/_client/device";
import { takeAct, waitingAct } from "@/app/_client/join-first";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/text-area";
import { useToast } from "@/app/_ui/toast";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";
import { BARK_LIMIT, barkLength } from "@/lib/text/length";

/** From how many characters left on the number is shown. */
const NEAR_LIMIT = 40;

/** The last step: a first bark whose draft is there, or the answer that somebody joined to write. Then comes Home. */
export function SayHello({ topic, next }: { topic: string | null; next: string }) {
  const say = useToast();
  const [text, setText] = useState(topic === null ? words.hello : words.helloAbout(topic));
  const [answered, setAnswered] = useState<Status | null>(null);
  const [busy, setBusy] = useState(false);
  // The same for each try, so that a hello whose answer was lost is not said twice.
  const [key] = useState(newId);
  const left = BARK_LIMIT - barkLength(text);

  useEffect(() => {
    const act = waitingAct()?.act;
    if (act?.kind !== "reply") return;
    let closed = false;
    void send<Status>(`/api/v1/statuses/${act.id}`).then((outcome) => {
      if (closed || !outcome.ok) return;
      setAnswered(outcome.value);
      setText("");
    });
    return () => void (closed = true);
  }, []);

  async function bark(): Promise<void> {
    setBusy(true);
    const outcome = await send<Status>("/api/v1/statuses", {
      method: "POST",
      json: { status: text, in_reply_to_id: answered?.id ?? null },
      idempotencyKey: key,
    });
    if (!outcome.ok) {
      setBusy(false);
      return say(outcome.sentence);
    }
    takeAct();
    // Home is loaded anew, with what was followed on the way here; the welcome is not kept in the history.
    location.replace(paths.home);
  }

  return (
    <form
      className="flex flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        void bark();
      }}
    >
      <h1 className="text-display font-black tracking-display wrap-anywhere">
        {answered ? words.answerTitle(answered.account.display_name) : words.headings[2]}
      </h1>
      <p className="mt-1 mb-5 text-label text-ink-2">{answered ? words.answerLead : words.helloLead}</p>
      {answered && (
        <blockquote className="mb-4 flex gap-3 rounded-media border border-line p-3 text-label">
          <Avatar src={answered.account.avatar} size={28} />
          <p dir="auto" className="min-w-0 flex-1 whitespace-pre-line wrap-anywhere">
            {answered.text}
          </p>
        </blockquote>
      )}
      <TextArea
        label={answered ? words.answerLabel : words.helloLabel}
        rows={4}
        value={text}
        onChange={(event) => setText(event.target.value)}
        {...(left < 0 && { fault: words.tooLong(-left) })}
        {...(left >= 0 && left <= NEAR_LIMIT && { help: words.left(left) })}
      />
      {next !== paths.home && (
        <a
          href={next}
          onClick={() => takeAct()}
          className="mt-3 grid min-h-11 items-center self-start text-label font-bold text-accent-text"
        >
          {words.whereYouWere}
        </a>
      )}
      <div className="sticky bottom-0 -mx-4 mt-auto grid gap-2 border-t border-line bg-surface p-4 pb-safe">
        <Button type="submit" size="large" className="w-full" disabled={busy || left < 0 || text.trim() === ""}>
          {answered ? words.reply : words.bark}
        </Button>
        <DropAct className="grid min-h-11 place-items-center text-label font-bold text-ink-2">{words.toHome}</DropAct>
      </div>
    </form>
  );
}
