"use client";

import { messages as sentences } from "@/app/_words/messages";
import { UserMinus, UserPlus } from "lucide-react";
import { useState } from "react";
import { PeoplePicker, type Picked } from "@/app/_features/messages/people-picker";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { Sheet } from "@/app/_ui/sheet";
import { textOf } from "@/app/_client/api";
import type { Contact, ConversationSummary } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";

/** The largest group, with oneself. */
export const GROUP_LIMIT = 32;
const NAME_LIMIT = 60;

interface GroupProps {
  conversation: ConversationSummary;
  open: boolean;
  close: () => void;
}

/** A group's name and members: renaming, adding, removing. */
export function GroupSheet({ conversation, open, close }: GroupProps) {
  const [adding, setAdding] = useState(false);
  return (
    <Sheet open={open} close={close} title={adding ? sentences.addPeople : sentences.nameAndMembers}>
      {adding ? (
        <Add conversation={conversation} done={() => setAdding(false)} />
      ) : (
        <Members conversation={conversation} add={() => setAdding(true)} />
      )}
    </Sheet>
  );
}

function Members({ conversation, add }: { conversation: ConversationSummary; add: () => void }) {
  const { id, name, members } = conversation;
  const act = useAct();
  const [leaving, setLeaving] = useState<string | null>(null);
  async function remove({ accountId, displayName }: Contact): Promise<void> {
    setLeaving(accountId);
    await act((messenger) => messenger.removeMember(id, accountId), `${isolated(displayName)} is removed`);
    setLeaving(null);
  }
  return (
    <div className="grid grid-cols-1 content-start gap-5 px-4 pb-8">
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const next = textOf(new FormData(event.currentTarget), "name").trim();
          void act((messenger) => messenger.rename(id, next), sentences.groupIsRenamed);
        }}
      >
        <TextInput
          className="min-w-0 grow basis-40"
          label={sentences.nameOfGroup}
          name="name"
          defaultValue={name ?? ""}
          maxLength={NAME_LIMIT}
          autoComplete="off"
        />
        <Button type="submit">{sentences.save}</Button>
      </form>
      <section>
        <h3 className="mx-1 mb-1.5 text-small leading-5 font-bold text-ink-2">
          {sentences.youAndOthers(members.length)}
        </h3>
        <ul className="overflow-hidden rounded-card border border-line bg-surface">
          {members.map((member) => (
            <li
              key={member.accountId}
              className="flex min-h-15 flex-wrap items-center gap-3 border-line px-4 py-2 not-first:border-t"
            >
              <Avatar src={member.avatar} size={40} />
              <span className="min-w-0 grow basis-32 text-label">
                <b className="block wrap-anywhere">
                  <bdi>{member.displayName}</bdi>
                </b>
                <span className="block text-meta text-ink-3">
                  <bdi dir="ltr">@{member.handle}</bdi>
                </span>
              </span>
              <button
                type="button"
                aria-label={sentences.removeNamed(member.displayName)}
                disabled={leaving !== null}
                onClick={() => void remove(member)}
                className="grid size-11 place-items-center rounded-pill text-danger"
              >
                <UserMinus className="size-5" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
        <p className="mx-1 mt-1.5 text-meta text-ink-3">{sentences.whoRemovesWhom}</p>
      </section>
      {members.length + 1 < GROUP_LIMIT && (
        <Button look="outline" onClick={add} className="justify-self-start">
          <UserPlus className="size-5" aria-hidden="true" />
          {sentences.addPeople}
        </Button>
      )}
    </div>
  );
}

function Add({ conversation, done }: { conversation: ConversationSummary; done: () => void }) {
  const act = useAct();
  const [chosen, setChosen] = useState<Picked[]>([]);
  const [busy, setBusy] = useState(false);
  const inside = new Set(conversation.members.map(({ personId }) => personId));
  async function add(): Promise<void> {
    setBusy(true);
    const ids = chosen.map(({ id }) => id);
    const added = await act((messenger) => messenger.addMembers(conversation.id, ids), "Added");
    setBusy(false);
    if (added) done();
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PeoplePicker
        chosen={chosen}
        change={setChosen}
        without={inside}
        room={GROUP_LIMIT - 1 - conversation.members.length}
      />
      <div className="flex flex-wrap gap-3 border-t border-line p-4 *:flex-1">
        <Button look="soft" onClick={done}>
          {sentences.back}
        </Button>
        <Button disabled={busy || chosen.length === 0} onClick={() => void add()}>
          {busy ? sentences.adding : sentences.add}
        </Button>
      </div>
    </div>
  );
}
