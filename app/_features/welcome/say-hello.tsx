"use client";

import { useEffect, useState } from "react";
import { DropAct } from "@/app/_features/welcome/after-joining";
import { compose } from "@/app/_words/compose";
import { welcome as words } from "@/app/_words/welcome";
import { isHeld, send } from "@/app/_client/api";
import { newId } from "@/app/_client/device";
import { dropAct, waitingAct } from "@/app/_client/join-first";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/text-area";
import { cx } from "@/app/_ui/cx";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";
import { isolated } from "@/lib/text/isolate";
import { BARK_LIMIT, barkLength } from "@/lib/text/length";

/** The answer that somebody joined to write: to which bark, whose it is, and the bark once it is loaded. */
interface Reply {
  id: string;
  name: string;
  bark: Status | null;
}

/** From how many characters left on the number is shown. */
const NEAR_LIMIT = 40;

/** The last step: a first bark whose draft is there, or the answer that somebody joined to write. Then comes Home. */
export function SayHello({ topic, next }: { topic: string | null; next: string }) {
  const [hello] = useState(topic === null ? words.hello : words.helloAbout(topic));
  const [text, setText] = useState(hello);
  const [reply, setReply] = useState<Reply | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // The same for each try, so that a hello whose answer was lost is not said twice.
  const [key] = useState(newId);
  const left = BARK_LIMIT - barkLength(text);

  useEffect(() => {
    const request = waitingAct(next);
    if (request?.act.kind !== "reply") return;
    const { id } = request.act;
    let closed = false;
    void send<Status>(`/api/v1/statuses/${id}`).then((outcome) => {
      if (closed) return;
      const gone = !outcome.ok && outcome.status === 404;
      if (gone) return setTrouble(words.answerGone);
      setReply({ id, name: request.name, bark: outcome.ok ? outcome.value : null });
      // What was typed meanwhile stays.
      setText((typed) => (typed === hello ? "" : typed));
      if (!outcome.ok) setTrouble(words.answerNotLoaded(outcome.sentence));
    });
    return () => void (closed = true);
  }, [hello, next]);

  async function bark(): Promise<void> {
    setBusy(true);
    setTrouble(null);
    const outcome = await send<Status>("/api/v1/statuses", {
      method: "POST",
      json: { status: text, in_reply_to_id: reply?.id ?? null },
      idempotencyKey: key,
    });
    if (!outcome.ok && isHeld(outcome)) {
      // Nothing is left to do here but to go Home; another try would be answered by what waits.
      dropAct();
      return setTrouble(outcome.sentence);
    }
    if (!outcome.ok) {
      setBusy(false);
      return setTrouble(words.notSent(outcome.sentence));
    }
    dropAct();
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
        {reply ? words.answerTitle(isolated(reply.name)) : words.headings[2]}
      </h1>
      <p className="mt-1 mb-5 text-label text-ink-2">{reply ? words.answerLead : words.helloLead}</p>
      {reply?.bark && (
        <blockquote className="mb-4 flex gap-3 rounded-media border border-line p-3 text-label">
          <Avatar src={reply.bark.account.avatar} size={28} />
          <p dir="auto" className="min-w-0 flex-1 whitespace-pre-line wrap-anywhere">
            {reply.bark.text}
          </p>
        </blockquote>
      )}
      <TextArea
        label={reply ? words.answerLabel : words.helloLabel}
        rows={4}
        value={text}
        onChange={(event) => setText(event.target.value)}
        {...(left < 0 && { fault: compose.lengthOver(-left) })}
        {...(left >= 0 && left <= NEAR_LIMIT && { help: compose.lengthLeft(left) })}
      />
      <p role="alert" className={cx("text-label text-danger", trouble !== null && "mt-3")}>
        {trouble}
      </p>
      {next !== paths.home && (
        <a
          href={next}
          onClick={dropAct}
          className="mt-3 grid min-h-11 items-center self-start text-label font-bold text-accent-text"
        >
          {words.whereYouWere}
        </a>
      )}
      <div className="sticky bottom-0 -mx-4 mt-auto grid gap-2 border-t border-line bg-surface p-4 pb-safe">
        <Button type="submit" size="large" className="w-full" disabled={busy || left < 0 || text.trim() === ""}>
          {reply ? words.reply : words.bark}
        </Button>
        <DropAct className="grid min-h-11 place-items-center text-label font-bold text-ink-2">{words.toHome}</DropAct>
      </div>
    </form>
  );
}
