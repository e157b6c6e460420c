"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AddPeople } from "@/app/_features/packs/add-people";
import { packs as words } from "@/app/_words/packs";
import { send } from "@/app/_client/api";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { TextArea } from "@/app/_ui/text-area";
import { useToast } from "@/app/_ui/toast";
import { PACK_DESCRIPTION, PACK_NAME, PACK_SIZE } from "@/lib/packs/rules";
import type { StarterPack } from "@/lib/packs/schema";
import type { Account } from "@/lib/people/schema";
import { paths } from "@/lib/paths";

type Member = Pick<Account, "id" | "acct" | "display_name" | "avatar">;

/** Makes a starter pack, or changes one's own. People of an existing pack are added and taken out at once. */
export function PackForm({ pack, members: initially }: { pack: StarterPack | null; members: Member[] }) {
  const router = useRouter();
  const say = useToast();
  const [members, setMembers] = useState(initially);
  const [name, setName] = useState(pack?.name ?? "");
  const [description, setDescription] = useState(pack?.description ?? "");
  const [faults, setFaults] = useState<Partial<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const path = "/api/v1/barker/starter_packs";

  async function save(): Promise<void> {
    setBusy(true);
    const account_ids = members.map(({ id }) => id);
    const outcome = pack
      ? await send<StarterPack>(`${path}/${pack.id}`, { method: "PUT", json: { name, description } })
      : await send<StarterPack>(path, { method: "POST", json: { name, description, account_ids } });
    setBusy(false);
    if (!outcome.ok) {
      setFaults(outcome.fields);
      return say(outcome.sentence);
    }
    if (pack) say(words.saved);
    else if (outcome.value.accounts_count < members.length)
      say(words.notAdded(members.length - outcome.value.accounts_count));
    router.push(paths.pack(outcome.value.id));
    router.refresh();
  }

  async function change(person: Member, isIn: boolean): Promise<void> {
    const set = (within: boolean) =>
      setMembers((before) => {
        const others = before.filter(({ id }) => id !== person.id);
        return within ? [...others, person] : others;
      });
    set(isIn);
    if (!pack) return;
    const json = { account_ids: [person.id] };
    const outcome = await send(`${path}/${pack.id}/accounts`, { method: isIn ? "POST" : "DELETE", json });
    if (outcome.ok) return router.refresh();
    set(!isIn);
    say(outcome.sentence);
  }

  return (
    <form
      className="grid grid-cols-1 gap-5 px-4 py-4 desk:px-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {!pack && <p className="text-label text-ink-2">{words.makeLead}</p>}
      <TextInput
        label={words.name}
        value={name}
        maxLength={PACK_NAME}
        help={words.nameHelp}
        fault={faults["name"]}
        onChange={(event) => {
          setName(event.target.value);
          setFaults({});
        }}
      />
      <TextArea
        label={words.description}
        value={description}
        rows={3}
        maxLength={PACK_DESCRIPTION}
        help={words.descriptionHelp}
        fault={faults["description"]}
        onChange={(event) => {
          setDescription(event.target.value);
          setFaults({});
        }}
      />
      <section aria-labelledby="pack-people">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <h2 id="pack-people" className="text-heading font-bold">
            {words.chosenList}
          </h2>
          <p aria-live="polite" className="text-meta text-ink-3">
            {words.chosen(members.length, PACK_SIZE)}
          </p>
        </div>
        <ul className="mt-2 flex flex-wrap gap-2">
          {members.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                aria-label={words.takeOut(person.display_name)}
                onClick={() => void change(person, false)}
                className="inline-flex min-h-11 max-w-full items-center gap-2 rounded-pill border border-line bg-surface py-1 ps-1.5 pe-3 text-small font-medium"
              >
                <Avatar src={person.avatar} size={28} />
                <bdi className="min-w-0 truncate">{person.display_name}</bdi>
                <X className="size-4 flex-none text-ink-3" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
        <AddPeople
          taken={new Set(members.map(({ id }) => id))}
          full={members.length >= PACK_SIZE}
          add={(person) => void change(person, true)}
        />
      </section>
      <Button type="submit" size="large" disabled={busy || name.trim() === ""}>
        {pack ? words.save : words.create}
      </Button>
      {pack && <DeletePack pack={pack} />}
    </form>
  );
}

/** Deletes a pack after a second press. */
function DeletePack({ pack }: { pack: StarterPack }) {
  const router = useRouter();
  const say = useToast();
  const [asked, setAsked] = useState(false);
  async function remove(): Promise<void> {
    if (!asked) return setAsked(true);
    const outcome = await send(`/api/v1/barker/starter_packs/${pack.id}`, { method: "DELETE" });
    if (!outcome.ok) return say(outcome.sentence);
    say(words.deleted(pack.name));
    router.push(paths.lists);
    router.refresh();
  }
  return (
    <Button look="danger" className="justify-self-start" onClick={() => void remove()}>
      {asked ? words.deleteAgain : words.delete}
    </Button>
  );
}
