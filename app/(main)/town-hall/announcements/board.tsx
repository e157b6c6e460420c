"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Card } from "@/app/(main)/settings/parts";
import { Rows } from "@/app/_ui/rows";
import { send } from "@/app/_client/api";
import { useUnsaved } from "@/app/_client/unsaved";
import { LeaveGuard } from "@/app/_features/shell/leave-guard";
import { Ago, FullDate } from "@/app/_features/time/time";
import { Button } from "@/app/_ui/button";
import { fill } from "@/app/_ui/fill";
import { Segments } from "@/app/_ui/segments";
import { TextArea } from "@/app/_ui/text-area";
import { useToast } from "@/app/_ui/toast";
import { announcements as words } from "@/app/_words/announcements";
import { ANNOUNCEMENT_LIMITS } from "@/lib/announcements/rules";
import type { TownAnnouncement } from "@/lib/announcements/schema";

const PATH = "/api/v1/barker/town_hall/announcements";

/** The form for a new announcement. */
export function AnnouncementForm() {
  const [text, setText] = useState("");
  const [lasts, setLasts] = useState("604800");
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { mark, saving } = useUnsaved();
  const say = useToast();
  const router = useRouter();

  async function announce(): Promise<void> {
    const saved = saving();
    setBusy(true);
    const json = { text, expires_in: lasts === "" ? null : Number(lasts) };
    const outcome = await send(PATH, { method: "POST", json });
    setBusy(false);
    if (!outcome.ok) return setFault(outcome.fields["text"] ?? outcome.sentence);
    saved();
    setText("");
    say(words.announced);
    router.refresh();
  }

  return (
    <Card title={words.detail}>
      <LeaveGuard />
      <form
        className="grid grid-cols-1 gap-4"
        onInput={mark}
        onSubmit={(event) => {
          event.preventDefault();
          void announce();
        }}
      >
        <TextArea
          label={words.text}
          help={words.textHelp}
          fault={fault}
          rows={4}
          required
          maxLength={ANNOUNCEMENT_LIMITS.text}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setFault(undefined);
          }}
        />
        <div className="grid gap-1.5">
          <b className="text-small">{words.lasts}</b>
          <Segments name="lasts" label={words.lasts} choices={words.lengths} chosen={lasts} choose={setLasts} />
        </div>
        <Button type="submit" disabled={busy || text.trim() === ""} className="justify-self-end">
          {words.announce}
        </Button>
      </form>
    </Card>
  );
}

/** Announcements, each with the button that takes it back. */
export function AnnouncementRows({ title, announcements }: { title: string; announcements: TownAnnouncement[] }) {
  const [busy, setBusy] = useState(false);
  const say = useToast();
  const router = useRouter();

  async function withdraw(id: string): Promise<void> {
    setBusy(true);
    const outcome = await send(`${PATH}/${id}`, { method: "DELETE" });
    setBusy(false);
    const gone = outcome.ok || outcome.status === 404;
    say(gone ? words.withdrawn : outcome.sentence);
    if (gone) router.refresh();
  }

  return (
    <Rows title={title}>
      {announcements.length === 0 && <li className="px-4 py-3 text-label text-ink-2">{words.none}</li>}
      {announcements.map(({ id, text, created_at, ends_at }) => (
        <li key={id} className="grid gap-2 border-line px-4 py-3 not-first:border-t">
          <p dir="auto" className="text-label wrap-anywhere whitespace-pre-line">
            {text}
          </p>
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <span className="text-meta text-ink-3">
              {fill(words.sinceWhen, { when: <Ago key="since" at={created_at} /> })}
              {ends_at !== null && <> · {fill(words.endsWhen, { when: <FullDate key="end" at={ends_at} /> })}</>}
            </span>
            <Button
              look="soft"
              size="small"
              disabled={busy}
              aria-label={words.withdrawNamed(text.slice(0, 60))}
              onClick={() => void withdraw(id)}
            >
              {words.withdraw}
            </Button>
          </div>
        </li>
      ))}
    </Rows>
  );
}
