"use client";

import { messages as sentences } from "@/app/_words/messages";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { messages } from "@/app/_client/messages";
import { listOf } from "@/app/_features/messages/names";
import { GROUP_LIMIT } from "@/app/_features/messages/group-sheet";
import { PeoplePicker, type Picked } from "@/app/_features/messages/people-picker";
import { NotReady } from "@/app/_features/messages/states";
import { problemOf, useAct, useMessengerState } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { BackBar } from "@/app/_ui/top-bar";
import { BarkSkeletons } from "@/app/_ui/skeleton";
import type { ContactState } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";
import { paths } from "@/lib/paths";

const NAME_LIMIT = 60;

/** Why nothing can be written to somebody, in a sentence. */
const WHY: Partial<Record<ContactState, string>> = {
  no_keys: sentences.theyHaveNotOpenedMessages,
  closed: sentences.theyTakeNoMessages,
};

/** Begins a conversation: with the person of `?to=`, or with people who are chosen here. `?text=` is what to send. */
export function BeginConversation() {
  const { value: state } = useMessengerState();
  const asked = useSearchParams();
  const [to, text] = [asked.get("to"), asked.get("text")];
  if (state && state.phase !== "ready" && state.phase !== "starting") {
    return (
      <>
        <BackBar title={sentences.newMessage} />
        <NotReady state={state} rows={null} />
      </>
    );
  }
  if (state?.phase !== "ready") {
    return (
      <>
        <BackBar title={sentences.newMessage} />
        <BarkSkeletons count={4} />
      </>
    );
  }
  return to ? <Direct personId={to} /> : <Choose text={text} />;
}

/** Opens the conversation with a person, and creates it if there is none. */
function Direct({ personId }: { personId: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    open(personId).then(
      (result) => ("id" in result ? router.replace(paths.conversation(result.id)) : setProblem(result.problem)),
      (failure: unknown) => setProblem(problemOf(failure)),
    );
  }, [personId, router]);
  return (
    <>
      <BackBar title={sentences.newMessage} />
      {problem ? (
        <p className="px-6 py-10 text-center text-label text-balance text-ink-2">{problem}</p>
      ) : (
        <BarkSkeletons count={3} />
      )}
    </>
  );
}

async function open(personId: string): Promise<{ id: string } | { problem: string }> {
  const contact = await messages().contact(personId);
  if (contact.conversationId) return { id: contact.conversationId };
  const why = WHY[contact.state];
  return why ? { problem: why } : { id: await messages().create([personId], null) };
}

/** Choosing one person or several. */
function Choose({ text }: { text: string | null }) {
  const act = useAct();
  const router = useRouter();
  const [chosen, setChosen] = useState<Picked[]>([]);
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const isGroup = chosen.length > 1;

  async function begin(): Promise<void> {
    setBusy(true);
    const ids = chosen.map(({ id }) => id);
    const made = await act(async (messenger) => {
      const id = await messenger.create(ids, isGroup ? name.trim() || null : null);
      if (text) await messenger.setDraft(id, text);
      return id;
    });
    setBusy(false);
    if (made) router.replace(paths.conversation(made.value));
  }
  return (
    <div className="choose-people flex h-full min-h-0 flex-col">
      <BackBar title={text ? sentences.sendTo : sentences.newMessage} />
      <PeoplePicker chosen={chosen} change={setChosen} room={GROUP_LIMIT - 1} />
      {chosen.length > 0 && (
        <form
          className="sticky bottom-(--bar-bottom) grid gap-3 border-t border-line bg-surface p-4 tablet:bottom-0"
          onSubmit={(event) => {
            event.preventDefault();
            void begin();
          }}
        >
          {isGroup && (
            <TextInput
              label={sentences.nameOfGroup}
              value={name}
              maxLength={NAME_LIMIT}
              autoComplete="off"
              placeholder={listOf(chosen.map((person) => isolated(person.name)))}
              onChange={(event) => setName(event.target.value)}
            />
          )}
          <Button type="submit" size="large" disabled={busy}>
            {busy
              ? sentences.oneMoment
              : isGroup
                ? sentences.writeToPeople(chosen.length)
                : sentences.writeTo(isolated(chosen[0]?.name ?? ""))}
          </Button>
        </form>
      )}
    </div>
  );
}
