"use client";

import { messageKeys } from "@/app/_words/message-keys";
import { fill } from "@/app/_ui/fill";
import { messages as sentences } from "@/app/_words/messages";
import { Copy } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { messages } from "@/app/_client/messages";
import { CodePicture } from "@/app/_features/messages/code-picture";
import { Steps } from "@/app/_features/messages/parts";
import { NotReady } from "@/app/_features/messages/states";
import { problemOf, useMessengerState } from "@/app/_features/messages/use-messenger";
import { Button } from "@/app/_ui/button";
import { BackBar } from "@/app/_ui/top-bar";
import { useToast } from "@/app/_ui/toast";
import { serverNow } from "@/app/_client/clock";
import { paths } from "@/lib/paths";

interface Offer {
  code: string;
  expiresAt: number;
}

/** On a new device: the code that another device of the same person scans. */
export function LinkThisDevice() {
  const { value: state } = useMessengerState();
  const router = useRouter();
  const say = useToast();
  const { offer, problem, renew } = useOffer(state?.phase === "locked");
  const isReady = state?.phase === "ready";
  const hadOffer = offer !== null;
  useEffect(() => {
    if (!isReady) return;
    if (hadOffer) say(messageKeys.linkedOlderFollow);
    router.replace(paths.messages);
  }, [isReady, hadOffer, router, say]);

  if (state && (state.phase === "absent" || state.phase === "removed" || state.phase === "unsupported")) {
    return (
      <>
        <BackBar title={sentences.linkThisDevice} />
        <NotReady state={state} rows={null} />
      </>
    );
  }
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(offer?.code ?? "");
      say(messageKeys.codeCopied);
    } catch {
      say(messageKeys.cannotCopyCode);
    }
  }
  return (
    <>
      <BackBar title={sentences.linkThisDevice} />
      <div className="without-places flex flex-col gap-4 px-5 pt-5 pb-8">
        <div>
          <h2 className="text-display font-bold tracking-display">{messageKeys.scanThisCode}</h2>
          <p className="mt-1 text-ink-2">{messageKeys.aboutLinking}</p>
        </div>
        {problem ? (
          <div className="grid justify-items-center gap-3 py-6 text-center">
            <p className="text-label text-ink-2">{problem}</p>
            <Button onClick={renew}>{messageKeys.newCode}</Button>
          </div>
        ) : (
          <>
            <div className="grid min-h-70 justify-items-center">
              {offer && <CodePicture code={offer.code} label={messageKeys.codeToScan} signed />}
            </div>
            <p
              role="status"
              className="flex items-center justify-center gap-2 text-small leading-5 text-ink-2 before:size-2 before:rounded-full before:bg-pine"
            >
              {messageKeys.waitingForYourOtherDevice}
            </p>
            <Steps
              of={[
                messageKeys.openBarkerElsewhere,
                fill(messageKeys.goToLink, {
                  settings: <b className="text-ink">{messageKeys.settings}</b>,
                  messages: <b className="text-ink">{sentences.messages}</b>,
                  link: <b className="text-ink">{messageKeys.linkDevice}</b>,
                }),
                messageKeys.pointItsCamera,
              ]}
            />
            <Button look="outline" disabled={!offer} onClick={() => void copy()}>
              <Copy className="size-5" aria-hidden="true" />
              {messageKeys.noCameraCopyCode}
            </Button>
            {offer && (
              <textarea
                readOnly
                rows={2}
                value={offer.code}
                aria-label={messageKeys.codeAsText}
                translate="no"
                onFocus={(event) => event.target.select()}
                className="resize-none rounded-field bg-sunken px-3 py-2 text-micro text-ink-2"
              />
            )}
            <p className="text-center text-meta text-ink-2">{messageKeys.worksOnceFor5Minutes}</p>
          </>
        )}
      </div>
    </>
  );
}

/** A code while it is valid, and a way to get the next one. */
function useOffer(wanted: boolean) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const renew = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    if (!wanted || round < 0) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    setProblem(null);
    messages()
      .offerLink()
      .then(
        (made) => {
          if (left) return;
          setOffer(made);
          const over = () => setProblem(messageKeys.thisCodeHasExpired);
          timer = setTimeout(over, Math.max(0, made.expiresAt - serverNow()));
        },
        (failure: unknown) => left || setProblem(problemOf(failure)),
      );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [wanted, round]);
  return { offer, problem, renew };
}
