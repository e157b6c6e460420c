"use client";

import { fill } from "@/app/_ui/fill";
import { settings as words } from "@/app/_words/settings";
import { isolated } from "@/lib/text/isolate";
import { Fingerprint, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { send, textOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { createPasskey, knowsPasskeys, noPasskeys, type Touch } from "@/app/_client/passkeys";
import { useConfirmation } from "@/app/_features/confirmation/use-confirmation";
import { Ago } from "@/app/_features/time/time";
import { useToast } from "@/app/_ui/toast";
import type { Passkey } from "@/lib/auth/passkeys/schema";

interface PasskeysProps {
  initially: Passkey[];
  /** Whether the password was just changed. */
  passwordIsNew: boolean;
}

/** The viewer's passkeys: add, rename, remove. */
export function Passkeys({ initially, passwordIsNew }: PasskeysProps) {
  const [passkeys, setPasskeys] = useState(initially);
  const [busy, setBusy] = useState(false);
  const { confirmed, sheet } = useConfirmation();
  const say = useToast();

  async function removeAll(): Promise<void> {
    setBusy(true);
    const outcome = await send("/api/v1/barker/passkeys", { method: "DELETE" });
    setBusy(false);
    if (!outcome.ok) return say(outcome.sentence);
    setPasskeys([]);
    say(words.password.allRemoved);
  }

  async function add(): Promise<void> {
    if (!knowsPasskeys()) return say(noPasskeys());
    setBusy(true);
    const made = await confirmed<Touch<Passkey>>(createPasskey);
    setBusy(false);
    if (made.ok) {
      setPasskeys((before) => [made.value, ...before]);
      say(words.password.added);
    } else say("cancelled" in made ? words.password.noneMade : made.sentence);
  }

  async function rename(id: string, name: string): Promise<boolean> {
    const outcome = await send<Passkey>(`/api/v1/barker/passkeys/${id}`, { method: "PUT", json: { name } });
    if (outcome.ok) setPasskeys((before) => before.map((passkey) => (passkey.id === id ? outcome.value : passkey)));
    else say(outcome.sentence);
    return outcome.ok;
  }

  async function remove({ id, name }: Passkey): Promise<void> {
    const outcome = await send(`/api/v1/barker/passkeys/${id}`, { method: "DELETE" });
    if (!outcome.ok && outcome.status !== 404) return say(outcome.sentence);
    setPasskeys((before) => before.filter((passkey) => passkey.id !== id));
    say(words.password.removed(isolated(name)));
  }

  return (
    <section
      aria-labelledby="passkeys"
      className="grid grid-cols-1 gap-3 rounded-card border border-line bg-surface p-4"
    >
      <h2 id="passkeys" className="text-heading leading-6 font-bold">
        {words.password.passkeys}
      </h2>
      <p className="text-label text-ink-2">{words.password.passkeysAbout}</p>
      {passwordIsNew && passkeys.length > 0 && (
        <div role="status" className="grid justify-items-start gap-3 rounded-field bg-sunken p-3">
          <p className="text-label">{words.password.stillOpen}</p>
          <Button look="danger" disabled={busy} onClick={() => void removeAll()}>
            {words.password.removeAll}
          </Button>
        </div>
      )}
      <ul className="divide-y divide-line">
        {passkeys.map((passkey) => (
          <Row
            key={passkey.id}
            passkey={passkey}
            rename={(name) => rename(passkey.id, name)}
            remove={() => void remove(passkey)}
          />
        ))}
      </ul>
      <Button look="outline" disabled={busy} onClick={() => void add()} className="justify-self-start">
        <Fingerprint className="size-5" aria-hidden="true" /> {words.password.add}
      </Button>
      {sheet}
    </section>
  );
}

interface RowProps {
  passkey: Passkey;
  rename: (name: string) => Promise<boolean>;
  remove: () => void;
}

function Row({ passkey, rename, remove }: RowProps) {
  const [renaming, setRenaming] = useState(false);
  if (renaming) {
    return (
      <li className="py-2">
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void rename(textOf(new FormData(event.currentTarget), "name")).then((ok) => ok && setRenaming(false));
          }}
        >
          <TextInput
            className="min-w-0 grow basis-40"
            label={words.password.nameOf}
            name="name"
            required
            maxLength={60}
            defaultValue={passkey.name}
            ref={(input) => input?.focus()}
          />
          <Button type="submit">{words.save}</Button>
        </form>
      </li>
    );
  }
  return (
    <li className="flex flex-wrap items-center gap-x-2 py-2">
      <span className="min-w-0 grow basis-36">
        <b className="block text-label wrap-anywhere">
          <bdi>{passkey.name}</bdi>
        </b>
        <span className="block text-meta text-ink-3">
          {passkey.last_used_at
            ? fill(words.sessions.lastUsed, { when: <Ago at={passkey.last_used_at} /> })
            : words.password.notUsed}
        </span>
      </span>
      <button
        type="button"
        aria-label={words.password.rename(passkey.name)}
        onClick={() => setRenaming(true)}
        className="plain grid size-11 place-items-center rounded-pill"
      >
        <Pencil className="size-5 text-ink-2" aria-hidden="true" />
      </button>
      <button
        type="button"
        aria-label={words.password.remove(passkey.name)}
        onClick={remove}
        className="plain grid size-11 place-items-center rounded-pill"
      >
        <Trash2 className="size-5 text-danger" aria-hidden="true" />
      </button>
    </li>
  );
}
