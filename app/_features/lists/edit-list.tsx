"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { lists as words } from "@/app/_words/lists";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { Switch } from "@/app/_ui/switch";
import { useToast } from "@/app/_ui/toast";
import type { List } from "@/lib/lists/schema";
import type { Account } from "@/lib/people/schema";
import { paths } from "@/lib/paths";

const POLICIES: List["replies_policy"][] = ["list", "followed", "none"];

/** The settings and the members of a list. */
export function EditList({ list, members }: { list: List; members: Account[] }) {
  const router = useRouter();
  const say = useToast();
  const [title, setTitle] = useState(list.title);
  const path = `/api/v1/lists/${list.id}`;
  const store = useCallback((change: Partial<List>) => send<List>(path, { method: "PUT", json: change }), [path]);
  const [policy, setPolicy] = useOptimistic(
    list.replies_policy,
    useCallback((next: List["replies_policy"]) => store({ replies_policy: next }), [store]),
  );
  const [exclusive, setExclusive] = useOptimistic(
    list.exclusive,
    useCallback((next: boolean) => store({ exclusive: next }), [store]),
  );
  async function rename(): Promise<void> {
    const outcome = await store({ title });
    say(outcome.ok ? words.renamed : (outcome.fields["title"] ?? outcome.sentence));
    if (outcome.ok) router.refresh();
  }
  async function remove(): Promise<void> {
    const outcome = await send(path, { method: "DELETE" });
    if (!outcome.ok) return say(outcome.sentence);
    say(words.deleted(list.title));
    router.push(paths.lists);
    router.refresh();
  }
  async function takeOff(person: Account): Promise<void> {
    const outcome = await send(`${path}/accounts`, { method: "DELETE", json: { account_ids: [person.id] } });
    if (!outcome.ok) return say(outcome.sentence);
    router.refresh();
  }
  return (
    <details className="border-b border-line">
      <summary className="grid min-h-11 cursor-pointer items-center px-4 text-label font-bold desk:px-5">
        {words.edit}
      </summary>
      <div className="grid gap-3 px-4 pb-4 desk:px-5">
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void rename();
          }}
        >
          <TextInput
            label={words.name}
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
            className="min-w-0 grow basis-48"
          />
          <Button type="submit" look="outline" disabled={title.trim() === "" || title === list.title}>
            {words.rename}
          </Button>
        </form>
        <label className="grid gap-1.5 text-small font-bold">
          {words.replies}
          <select
            value={policy}
            onChange={(event) => {
              const chosen = POLICIES.find((value) => value === event.target.value);
              if (chosen) setPolicy(chosen);
            }}
            className="min-h-11 max-w-full rounded-field border-thick border-edge bg-surface px-3 text-label font-normal text-ink"
          >
            {POLICIES.map((value) => (
              <option key={value} value={value}>
                {words.policies[value]}
              </option>
            ))}
          </select>
        </label>
        <Switch
          id="exclusive"
          title={words.exclusive}
          detail={words.exclusiveDetail}
          on={exclusive}
          change={setExclusive}
        />
        <ul aria-label={words.people} className="grid gap-1">
          {members.map((person) => (
            <li key={person.id} className="flex flex-wrap items-center gap-2">
              <span className="min-w-0 grow truncate text-label">
                <bdi>{person.display_name}</bdi>{" "}
                <bdi dir="ltr" className="text-ink-3">
                  @{person.acct}
                </bdi>
              </span>
              <Button
                look="soft"
                size="small"
                aria-label={words.remove(person.acct)}
                onClick={() => void takeOff(person)}
              >
                {words.removeShort}
              </Button>
            </li>
          ))}
        </ul>
        <Button look="danger" className="justify-self-start" onClick={() => void remove()}>
          {words.delete}
        </Button>
      </div>
    </details>
  );
}
