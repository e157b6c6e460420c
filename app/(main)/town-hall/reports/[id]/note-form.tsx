"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/text-area";
import { useToast } from "@/app/_ui/toast";
import { townHall as words } from "@/app/_words/town-hall";
import { LONGEST } from "@/lib/strikes/rules";

/** Adds a note for other staff to a report. */
export function NoteForm({ reportId }: { reportId: string }) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const say = useToast();
  const router = useRouter();

  async function add(): Promise<void> {
    setBusy(true);
    const outcome = await send(`/api/v1/barker/town_hall/reports/${reportId}/notes`, {
      method: "POST",
      json: { text },
    });
    setBusy(false);
    say(outcome.ok ? words.noteAdded : outcome.sentence);
    if (!outcome.ok) return;
    setText("");
    router.refresh();
  }

  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextArea
        label={words.note}
        required
        rows={2}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" look="soft" disabled={busy} className="justify-self-start">
        {words.addNote}
      </Button>
    </form>
  );
}
