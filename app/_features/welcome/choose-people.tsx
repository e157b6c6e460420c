"use client";

import { Check, Hash } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { why } from "@/app/_features/people/why";
import { stepPath } from "@/app/_features/welcome/step-bar";
import { welcome as words } from "@/app/_words/welcome";
import { send } from "@/app/_client/api";
import { mutate } from "@/app/_client/outbox/mutate";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { useToast } from "@/app/_ui/toast";
import type { Starter } from "@/lib/circles/schema";

interface ChooseProps {
  people: Starter[];
  /** Topics to choose from, and those that are chosen; these change the people. */
  offered: string[];
  topics: string[];
  next: string;
}

/** The second step: topics, and people with a reason each. All people are chosen at first. */
export function ChoosePeople({ people, offered, topics, next }: ChooseProps) {
  const router = useRouter();
  const say = useToast();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [reading, startReading] = useTransition();
  const chosen = people.filter(({ account }) => !leftOut.has(account.id));

  function toggleTopic(topic: string): void {
    const now = topics.includes(topic) ? topics.filter((name) => name !== topic) : [...topics, topic];
    startReading(() => router.replace(stepPath(2, next, now), { scroll: false }));
  }

  function togglePerson(id: string): void {
    const now = new Set(leftOut);
    if (!now.delete(id)) now.add(id);
    setLeftOut(now);
  }

  async function followAll(): Promise<void> {
    setBusy(true);
    const outcomes = await Promise.all([
      ...chosen.map(({ account: { id, locked } }) =>
        mutate({ kind: "follow", personId: id, next: locked ? "requested" : "following", before: "none" }),
      ),
      ...topics.map((topic) => send(`/api/v1/tags/${encodeURIComponent(topic)}/follow`, { method: "POST" })),
    ]);
    const failed = outcomes.find((outcome) => outcome?.ok === false);
    setBusy(false);
    if (failed?.ok === false) return say(failed.sentence);
    router.push(stepPath(3, next, topics));
  }

  return (
    <>
      <h1 className="text-display font-black tracking-display">{words.headings[1]}</h1>
      {offered.length > 0 && (
        <section aria-labelledby="welcome-topics" className="mt-4">
          <h2 id="welcome-topics" className="text-label font-bold text-ink-2">
            {words.topics}
          </h2>
          <ul className="mt-2 flex flex-wrap gap-2">
            {offered.map((topic) => (
              <li key={topic}>
                <Topic name={topic} on={topics.includes(topic)} toggle={() => toggleTopic(topic)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="welcome-people" aria-busy={reading} className="-mx-4 mt-4 desk:-mx-5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 px-4 desk:px-5">
          <h2 id="welcome-people" className="text-label font-bold text-ink-2">
            {words.people}
          </h2>
          {people.length > 0 && <p className="text-meta text-ink-3">{words.leaveOut}</p>}
        </div>
        {people.length === 0 && <p className="px-4 py-4 text-label text-ink-2 desk:px-5">{words.nobody}</p>}
        <ul className={cx("mt-1", reading && "opacity-60")}>
          {people.map((person) => (
            <li key={person.account.id} className="border-line not-first:border-t">
              <Person {...person} on={!leftOut.has(person.account.id)} toggle={() => togglePerson(person.account.id)} />
            </li>
          ))}
        </ul>
      </section>
      <div className="sticky bottom-0 -mx-4 mt-auto border-t border-line bg-surface p-4 pb-safe desk:-mx-5">
        <Button look="ink" size="large" className="w-full" disabled={busy || reading} onClick={() => void followAll()}>
          {words.follow(chosen.length + topics.length)}
        </Button>
        <p aria-live="polite" className="mt-2 text-center text-meta text-ink-3">
          {chosen.length + topics.length === 0 ? words.noneChosen : words.chosen(chosen.length, topics.length)}
        </p>
      </div>
    </>
  );
}

function Topic({ name, on, toggle }: { name: string; on: boolean; toggle: () => void }) {
  const Icon = on ? Check : Hash;
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={toggle}
      className={cx(
        "inline-flex min-h-11 items-center gap-2 rounded-pill border-thick px-4 text-label font-medium",
        on ? "border-ink bg-ink text-paper" : "border-edge",
      )}
    >
      <Icon className={cx("size-4.5 flex-none", !on && "text-ink-3")} aria-hidden="true" />
      <bdi className="wrap-anywhere">{name}</bdi>
    </button>
  );
}

function Person({ account, reason, on, toggle }: Starter & { on: boolean; toggle: () => void }) {
  const { icon: Icon, text } = why(reason);
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={toggle}
      className="flex w-full items-center gap-3 px-4 py-2.5 text-start -outline-offset-2 desk:px-5"
    >
      <Avatar src={account.avatar} />
      <span className="min-w-0 flex-1 text-label">
        <span className="flex flex-wrap items-baseline gap-x-1.5">
          <b className="wrap-anywhere">
            <bdi>{account.display_name}</bdi>
          </b>
          <span className="text-small text-ink-3 wrap-anywhere">
            <bdi dir="ltr">@{account.acct}</bdi>
          </span>
        </span>
        <span className="flex items-start gap-1.5 text-meta text-ink-2">
          <Icon className="mt-0.5 size-3.5 flex-none" aria-hidden="true" />
          <span className="line-clamp-2 wrap-anywhere">{text}</span>
        </span>
      </span>
      <span
        aria-hidden="true"
        className={cx(
          "grid size-7 flex-none place-items-center rounded-pill border-thick",
          on ? "border-ink bg-ink text-paper" : "border-edge",
        )}
      >
        {on && <Check className="size-4.5" />}
      </span>
    </button>
  );
}
