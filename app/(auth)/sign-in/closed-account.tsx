"use client";

import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import { StrikeList } from "@/app/_features/strikes/list";
import { buttonClass } from "@/app/_ui/button";
import { strikes as words } from "@/app/_words/strikes";
import { paths } from "@/lib/paths";
import type { ClosedAccount } from "@/lib/strikes/schema";

const ADDRESS = "/api/v1/barker/closed_account";

/** For somebody who is suspended: only why, and the way to appeal. */
export function ClosedAccountCard({ as: Title, ticket }: { as: "h1" | "h2"; ticket: string }) {
  const [closed, setClosed] = useState<ClosedAccount | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    void send<ClosedAccount>(ADDRESS, { method: "POST", json: { ticket } }).then((outcome) =>
      outcome.ok ? setClosed(outcome.value) : setTrouble(outcome.sentence),
    );
  }, [ticket]);

  async function appeal(strikeId: string, text: string): Promise<string | null> {
    const json = { ticket, strike_id: strikeId, text };
    const outcome = await send<ClosedAccount>(`${ADDRESS}/appeal`, { method: "POST", json });
    if (!outcome.ok) return outcome.sentence;
    setClosed(outcome.value);
    return null;
  }

  return (
    <section
      aria-labelledby="closed-account"
      className="grid grid-cols-1 gap-4 rounded-card bg-surface p-5 shadow-e3 tablet:mx-auto tablet:w-full tablet:max-w-100 desk:p-7"
    >
      <Title id="closed-account" className="text-large leading-8 font-bold tracking-title">
        {words.closedTitle}
      </Title>
      <p className="text-label text-ink-2">{words.closedLead}</p>
      {trouble && (
        <p role="alert" className="text-meta text-danger">
          {trouble}
        </p>
      )}
      {closed?.warnings.length === 0 && <p className="text-label">{words.closedNothing}</p>}
      {closed && <StrikeList warnings={closed.warnings} appeal={appeal} />}
      <a href={paths.landing} className={buttonClass({ look: "soft" })}>
        {words.toStart}
      </a>
    </section>
  );
}
