"use client";

import { messageKeys } from "@/app/_words/message-keys";
import { messages as sentences } from "@/app/_words/messages";
import { Copy, KeyRound, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Choice } from "@/app/_features/moderation/choice";
import { passkeySecret } from "@/app/_features/messages/passkey";
import { WhenReady } from "@/app/_features/messages/states";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { BackBar } from "@/app/_ui/top-bar";
import { useToast } from "@/app/_ui/toast";
import { cx } from "@/app/_ui/cx";
import { paths } from "@/lib/paths";

/** Setting up recovery: 24 words to write down, or a passkey. */
export function KeepMessages() {
  const [way, setWay] = useState<"words" | "passkey">("words");
  return (
    <>
      <BackBar title={sentences.keepYourMessages} />
      <WhenReady>
        <div className="without-places flex flex-col gap-4 px-5 pt-5 pb-8">
          <div>
            <h2 className="text-display font-bold tracking-display">
              {way === "words" ? messageKeys.writeDown24Words : messageKeys.withPasskey}
            </h2>
            <p className="mt-1 text-ink-2">{messageKeys.aboutWords}</p>
          </div>
          <fieldset className="flex flex-wrap rounded-card bg-sunken p-0.75">
            <legend className="sr-only">{messageKeys.howYourMessagesAreKept}</legend>
            {(
              [
                ["words", "24 words"],
                ["passkey", "Passkey"],
              ] as const
            ).map(([value, label]) => (
              <label
                key={value}
                className={cx(
                  "grid min-h-11 flex-1 place-items-center rounded-pill px-3 text-small has-focus-visible:outline-2 has-focus-visible:outline-focus",
                  way === value ? "bg-thumb font-bold shadow-e1" : "font-medium text-ink-2",
                )}
              >
                <input
                  type="radio"
                  name="way"
                  checked={way === value}
                  onChange={() => setWay(value)}
                  className="sr-only"
                />
                {label}
              </label>
            ))}
          </fieldset>
          {way === "words" ? <Words /> : <Passkey />}
        </div>
      </WhenReady>
    </>
  );
}

function Words() {
  const act = useAct();
  const say = useToast();
  const router = useRouter();
  const [words, setWords] = useState<string[] | null>(null);
  const [stored, setStored] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let left = false;
    void act((messenger) => messenger.newWords()).then((made) => left || (made && setWords(made.value)));
    return () => void (left = true);
  }, [act]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText((words ?? []).join(" "));
      say(messageKeys.wordsCopied);
    } catch {
      say(sentences.cannotCopy);
    }
  }
  async function keep(): Promise<void> {
    if (!words) return;
    setBusy(true);
    const kept = await act((messenger) => messenger.keepWords(words), messageKeys.messagesKeptFromNow);
    setBusy(false);
    if (kept) router.push(paths.messages);
  }
  return (
    <>
      <div className="@container">
        <ol
          aria-label={sentences.your24Words}
          className="on-paper grid auto-cols-fr grid-flow-col grid-rows-8 gap-x-1 @max-[17rem]:grid-rows-12 @max-[12rem]:grid-flow-row @max-[12rem]:grid-rows-none rounded-card border border-line bg-paper py-2 ps-2 pe-1"
        >
          {(words ?? Array.from({ length: 24 }, () => "")).map((word, index) => (
            <li key={index} className="flex min-h-9.5 min-w-0 items-center gap-1.5 text-label font-medium">
              <span
                className="w-5 flex-none text-end text-micro font-normal text-ink-3 tabular-nums"
                aria-hidden="true"
              >
                {index + 1}
              </span>
              <span className="min-w-0 wrap-anywhere" translate="no">
                {word}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button look="soft" size="small" disabled={!words} onClick={() => void copy()}>
          <Copy className="size-4.5" aria-hidden="true" />
          {messageKeys.copy}
        </Button>
        <Button look="soft" size="small" disabled={!words} onClick={() => print()}>
          <Printer className="size-4.5" aria-hidden="true" />
          {messageKeys.print}
        </Button>
        <span className="ms-auto text-meta text-ink-2">{messageKeys.shownOnlyOnce}</span>
      </div>
      <Choice type="checkbox" name="stored" checked={stored} chosen={setStored}>
        <b className="block">{messageKeys.iHaveStoredIt}</b>
        <span className="block text-meta text-ink-2">{messageKeys.whereToStoreWords}</span>
      </Choice>
      <Button size="large" disabled={!stored || !words || busy} onClick={() => void keep()}>
        {busy ? sentences.oneMoment : messageKeys.keepMyMessages}
      </Button>
      <Button look="ghost" onClick={() => router.push(paths.messages)}>
        {messageKeys.onlyOnThisDevice}
      </Button>
    </>
  );
}

function Passkey() {
  const act = useAct();
  const say = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  async function keep(): Promise<void> {
    setBusy(true);
    const secret = await passkeySecret([]);
    if (secret === null) say(messageKeys.noPasskeyAddOne);
    else if (typeof secret === "string") say(secret);
    else {
      const { credentialId, prf } = secret;
      const kept = await act(
        (messenger) => messenger.keepPasskey(credentialId, prf),
        messageKeys.yourPasskeyOpensYourMessages,
      );
      if (kept) router.push(paths.messages);
    }
    setBusy(false);
  }
  return (
    <>
      <p className="text-label text-ink-2">{messageKeys.aboutPasskey}</p>
      <Button size="large" disabled={busy} onClick={() => void keep()}>
        <KeyRound className="size-5" aria-hidden="true" />
        {messageKeys.withPasskey}
      </Button>
      <Button look="ghost" onClick={() => router.push(paths.passwordSettings)}>
        {messageKeys.addPasskeyFirst}
      </Button>
    </>
  );
}
