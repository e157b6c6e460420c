"use client";

import { messages as sentences } from "@/app/_words/messages";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/text-area";
import { BackBar } from "@/app/_ui/top-bar";
import { paths } from "@/lib/paths";

const COUNT = 24;

/** Typing the 24 words on a device that has no keys. */
export function UnlockWithWords() {
  const act = useAct();
  const router = useRouter();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  async function unlock(): Promise<void> {
    setBusy(true);
    const unlocked = await act((messenger) => messenger.unlockWithWords(words), "Unlocked. Older messages follow.");
    setBusy(false);
    if (unlocked) router.replace(paths.messages);
  }
  return (
    <>
      <BackBar title={sentences.unlockYourMessages} />
      <form
        className="grid grid-cols-1 gap-4 px-5 pt-5 pb-8"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <div>
          <h2 className="text-display font-bold tracking-display">{sentences.your24Words}</h2>
          <p className="mt-1 text-ink-2">{sentences.theyStayOnThisDevice}</p>
        </div>
        <TextArea
          label={sentences.wordsInTheirOrder}
          rows={6}
          value={text}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          translate="no"
          help={`${Math.min(words.length, COUNT)} of ${COUNT}`}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" size="large" disabled={busy || words.length !== COUNT}>
          {busy ? sentences.unlocking : sentences.unlock}
        </Button>
      </form>
    </>
  );
}
