"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { send, type Outcome } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { PersonLine } from "@/app/_features/people/person-line";
import { useToast } from "@/app/_ui/toast";
import { household as sentences } from "@/app/_words/settings";
import type { Household } from "@/lib/household/schema";
import type { Account } from "@/lib/people/schema";

const PATH = "/api/v1/barker/household";
const ONE_SQUARE = sentences.oneSquare;

/** The household: people who share one location grid, so that several of them reveal no more than one. */
export function HouseholdRows({ initially }: { initially: Household }) {
  const say = useToast();
  const [household, setHousehold] = useState(initially);
  const [busy, setBusy] = useState(false);
  const { members, invitations, invited } = household;

  const act = async (deed: () => Promise<Outcome<Household>>, done: string) => {
    setBusy(true);
    const outcome = await deed();
    setBusy(false);
    say(outcome.ok ? done : outcome.sentence);
    if (outcome.ok) setHousehold(outcome.value);
    return outcome.ok;
  };
  const to = (account: Account, method: "POST" | "DELETE", done: string, verb = "") =>
    act(() => send<Household>(`${PATH}/invitations/${account.id}${verb}`, { method }), done);
  const invite = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form).get("handle");
    const handle = typeof typed === "string" ? typed.trim().replace(/^@/, "") : "";
    void act(() => inviteByHandle(handle), sentences.asked(handle)).then((ok) => ok && form.reset());
  };

  return (
    <>
      <li className="px-4 py-3 text-meta text-ink-3">{sentences.about}</li>
      {members.map((account) => (
        <Row key={account.id} account={account} detail={sentences.livesWithYou} />
      ))}
      {invitations.map((account) => (
        <Row key={account.id} account={account} detail={sentences.asksYou}>
          <Button
            look="ink"
            size="small"
            disabled={busy}
            aria-label={sentences.acceptNamed(account.display_name)}
            onClick={() => void to(account, "POST", ONE_SQUARE, "/accept")}
          >
            {sentences.accept}
          </Button>
          <Button
            look="soft"
            size="small"
            disabled={busy}
            aria-label={sentences.declineNamed(account.display_name)}
            onClick={() => void to(account, "DELETE", sentences.declined)}
          >
            {sentences.decline}
          </Button>
        </Row>
      ))}
      {invited.map((account) => (
        <Row key={account.id} account={account} detail={sentences.waiting}>
          <Button
            look="soft"
            size="small"
            disabled={busy}
            aria-label={sentences.cancelNamed(account.display_name)}
            onClick={() => void to(account, "DELETE", sentences.cancelled)}
          >
            {sentences.cancel}
          </Button>
        </Row>
      ))}
      <li className="border-t border-line px-4 py-3">
        <form onSubmit={invite} className="flex flex-wrap items-end gap-3">
          <TextInput
            label={sentences.handle}
            name="handle"
            required
            maxLength={31}
            autoCapitalize="none"
            autoComplete="off"
            className="min-w-0 grow basis-48"
          />
          <Button look="soft" disabled={busy}>
            {sentences.ask}
          </Button>
        </form>
      </li>
      {members.length > 0 && (
        <li className="border-t border-line px-4 py-3">
          <Button
            look="danger"
            className="w-full"
            disabled={busy}
            onClick={() => void act(() => send<Household>(PATH, { method: "DELETE" }), sentences.left)}
          >
            {sentences.leave}
          </Button>
        </li>
      )}
    </>
  );
}

function Row({ account, detail, children }: { account: Account; detail: string; children?: ReactNode }) {
  return (
    <PersonLine account={account} detail={detail}>
      <div className="flex min-h-9 flex-wrap items-center gap-2">{children}</div>
    </PersonLine>
  );
}

async function inviteByHandle(handle: string): Promise<Outcome<Household>> {
  const found = await send<Account>(`/api/v1/accounts/lookup?acct=${encodeURIComponent(handle)}`);
  if (!found.ok) return found.status === 404 ? { ...found, sentence: sentences.nobody(handle) } : found;
  return send<Household>(`${PATH}/invitations`, { method: "POST", json: { account_id: found.value.id } });
}
