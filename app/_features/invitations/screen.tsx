"use client";

import { useState } from "react";
import { send } from "@/app/_client/api";
import { copyAddress } from "@/app/_client/copy";
import { InvitationList } from "@/app/_features/invitations/list";
import { invitations as words } from "@/app/_words/invitations";
import { Button } from "@/app/_ui/button";
import { Segments } from "@/app/_ui/segments";
import { Switch } from "@/app/_ui/switch";
import { useToast } from "@/app/_ui/toast";
import type { Invitation } from "@/lib/invitations/schema";

const PATH = "/api/v1/barker/invitations";

/** One's own invitations, and the form for a new one if one may make some. */
export function Invitations({ initially, may }: { initially: Invitation[]; may: boolean }) {
  const [invitations, setInvitations] = useState(initially);
  const [uses, setUses] = useState("1");
  const [lasts, setLasts] = useState("604800");
  const [follows, setFollows] = useState(true);
  const [busy, setBusy] = useState(false);
  const say = useToast();

  async function create(): Promise<void> {
    setBusy(true);
    const json = {
      max_uses: Number(uses),
      expires_in: Number(lasts),
      autofollow: follows,
    };
    const outcome = await send<Invitation>(PATH, { method: "POST", json });
    setBusy(false);
    if (!outcome.ok) return say(outcome.sentence);
    setInvitations((before) => [outcome.value, ...before]);
    say(await copyAddress(outcome.value.url));
  }

  return (
    <>
      {may ? (
        <section className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4">
          <h2 className="text-heading leading-6 font-bold">{words.make}</h2>
          <p className="-mt-2 text-label text-ink-2">{words.about}</p>
          <Choice label={words.uses} choices={words.usesChoices} chosen={uses} choose={setUses} />
          <Choice label={words.lasts} choices={words.lastsChoices} chosen={lasts} choose={setLasts} />
          <div className="-mx-4">
            <Switch id="follow" title={words.follow} detail={words.followDetail} on={follows} change={setFollows} />
          </div>
          <Button disabled={busy} className="justify-self-start" onClick={() => void create()}>
            {words.create}
          </Button>
        </section>
      ) : (
        <p className="text-label text-ink-2">{words.cannot}</p>
      )}
      <InvitationList
        title={words.yours}
        invitations={invitations}
        path={PATH}
        onEnd={(id) => setInvitations((before) => before.map((one) => (one.id === id ? { ...one, open: false } : one)))}
      />
    </>
  );
}

interface ChoiceProps {
  label: string;
  choices: readonly (readonly [value: string, words: string])[];
  chosen: string;
  choose: (value: string) => void;
}

function Choice({ label, ...choice }: ChoiceProps) {
  return (
    <div className="grid justify-items-start gap-1.5">
      <p className="text-small font-bold" aria-hidden="true">
        {label}
      </p>
      <Segments name={label} label={label} {...choice} />
    </div>
  );
}
