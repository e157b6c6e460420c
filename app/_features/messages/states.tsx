"use client";

import { fill } from "@/app/_ui/fill";
import { messageKeys } from "@/app/_words/message-keys";
import { messages as sentences } from "@/app/_words/messages";
import { KeyRound, Lock, PencilLine, QrCode, ScanText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { serverNow } from "@/app/_client/clock";
import { mayBeDemo, openDemo } from "@/app/_client/messages/demo";
import { usePasskeyUnlock } from "@/app/_features/messages/passkey";
import { Way } from "@/app/_features/messages/parts";
import { ResetSheet, ResetRunning } from "@/app/_features/messages/reset";
import { useAct, useMessengerState } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { ConversationSkeletons } from "@/app/_ui/skeleton";
import type { MessengerState, Unsupported } from "@/lib/messenger/schema";
import { agentName } from "@/lib/auth/agent";
import { paths } from "@/lib/paths";

const REASONS: Record<Unsupported, [title: string, sentence: string]> = {
  insecure: [messageKeys.messagesNeedHttps, messageKeys.whyHttps],
  old: [messageKeys.thisBrowserIsTooOld, messageKeys.whyTooOld],
  private: [messageKeys.needsMemory, messageKeys.whyMemory],
};

type Waiting = Exclude<MessengerState, { phase: "ready" } | { phase: "starting" }>;
type LockedState = Extract<MessengerState, { phase: "locked" }>;

/** What stands in place of the conversations, or above them, while this device has no keys. */
export function NotReady({ state, rows }: { state: Waiting; rows: ReactNode }) {
  if (state.phase === "unsupported") {
    const [title, sentence] = REASONS[state.reason];
    return <Sentence title={title} sentence={sentence} />;
  }
  if (state.phase === "absent") return <Enrolling />;
  if (state.phase === "removed") return <Removed />;
  return <Locked state={state} rows={rows} />;
}

/** What this device needs in order to open what others have written; in the demo, it gets it by itself. */
function Locked({ state, rows }: { state: LockedState; rows: ReactNode }) {
  const [opening, setOpening] = useState(mayBeDemo);
  useEffect(() => {
    void openDemo()
      // Where it does not help, the ways of the page do.
      .catch(() => undefined)
      .then(() => setOpening(false));
  }, []);
  if (opening) return <ConversationSkeletons count={8} />;
  return (
    <>
      <Unlock state={state} />
      {rows}
    </>
  );
}

/** Shows its content once this device has keys, and until then what is missing. */
export function WhenReady({ children }: { children: ReactNode }) {
  const { value: state } = useMessengerState();
  if (!state || state.phase === "starting") return <ConversationSkeletons count={2} />;
  return state.phase === "ready" ? children : <NotReady state={state} rows={null} />;
}

function Sentence({ title, sentence, children }: { title: string; sentence: string; children?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-12 text-center">
      <span className="grid size-11 place-items-center rounded-avatar bg-sunken text-ink-2">
        <Lock className="size-5" aria-hidden="true" />
      </span>
      <h2 className="text-heading leading-6 font-bold text-balance">{title}</h2>
      <p className="max-w-80 text-label text-balance text-ink-2">{sentence}</p>
      {children}
    </div>
  );
}

/** Makes the keys of somebody who opens Messages for the first time. Nothing has to be decided for it. */
function Enrolling() {
  const act = useAct();
  const [failed, setFailed] = useState(false);
  const enrol = useCallback(
    () =>
      act((messenger) => messenger.enrol(agentName(navigator.userAgent))).then((done) => {
        setFailed(!done);
        if (done) openDemo().catch(() => undefined);
      }),
    [act],
  );
  useEffect(() => void enrol(), [enrol]);
  if (failed) {
    return (
      <Sentence title={messageKeys.keysNotMade} sentence={messageKeys.barkerHasToBeReached}>
        <Button
          onClick={() => {
            setFailed(false);
            void enrol();
          }}
        >
          {sentences.tryAgain}
        </Button>
      </Sentence>
    );
  }
  return (
    <>
      <p role="status" className="late border-b border-line bg-paper px-4 py-2 text-meta text-ink-2 desk:px-5">
        {messageKeys.makingKeysOfThisDevice}
      </p>
      <ConversationSkeletons count={8} />
    </>
  );
}

function Removed() {
  const act = useAct();
  return (
    <Sentence title={messageKeys.thisDeviceWasRemoved} sentence={messageKeys.whyRemoved}>
      {/* Without its old keys it is new here, and gets keys of its own as soon as that is noticed. */}
      <Button onClick={() => void act((messenger) => messenger.forget())}>{messageKeys.setItUpAgain}</Button>
    </Sentence>
  );
}

function Unlock({ state }: { state: LockedState }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const passkey = usePasskeyUnlock(state.passkeys);
  const has = (way: (typeof state.ways)[number]) => state.ways.includes(way);
  return (
    <section
      aria-labelledby="unlock"
      className="grid grid-cols-1 gap-4 border-b border-line bg-paper px-4 py-5 desk:px-5"
    >
      <div className="flex flex-wrap gap-3">
        <span className="grid size-11 flex-none place-items-center rounded-avatar border border-line bg-surface text-ink-2">
          <Lock className="size-5" aria-hidden="true" />
        </span>
        <div className="min-w-0 grow basis-48">
          <h2 id="unlock" className="text-title font-bold tracking-heading">
            {sentences.unlockYourMessages}
          </h2>
          <p className="text-label text-ink-2">{messageKeys.thisDeviceHasNoKeys}</p>
        </div>
      </div>
      {state.resetAt !== null && <ResetRunning at={state.resetAt} now={serverNow()} />}
      <ul className="overflow-hidden rounded-card border border-line bg-surface">
        {has("device") && (
          <Way
            icon={QrCode}
            title={messageKeys.anotherDeviceOfYours}
            detail={messageKeys.scanQuickest}
            act={() => router.push(paths.linkThisDevice)}
          />
        )}
        {has("passkey") && state.passkeys.length > 0 && (
          <Way
            icon={KeyRound}
            title={messageKeys.yourPasskey}
            detail={messageKeys.passkeyDetail}
            disabled={passkey.busy}
            act={() => void passkey.unlock()}
          />
        )}
        {has("words") && (
          <Way
            icon={PencilLine}
            title={sentences.your24Words}
            detail={messageKeys.typeOrPasteThem}
            act={() => router.push(paths.unlockMessages)}
          />
        )}
        {has("passphrase") && (
          <Way
            icon={ScanText}
            title={messageKeys.yourPassphrase}
            detail={messageKeys.passphraseDetail}
            act={() => router.push(paths.unlockMessages)}
          />
        )}
      </ul>
      {state.resetAt === null && (
        <p className="text-meta text-ink-2">
          {fill(messageKeys.noneOfThese, {
            startAgain: (
              <button
                type="button"
                onClick={() => setAsking(true)}
                className="relative font-bold text-accent-text after:absolute after:-inset-x-2 after:-inset-y-3.25"
              >
                {messageKeys.startAgain}
              </button>
            ),
          })}
        </p>
      )}
      <ResetSheet open={asking} close={() => setAsking(false)} />
    </section>
  );
}
