"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { Card } from "@/app/(main)/settings/parts";
import { CodeForm } from "@/app/(main)/settings/password/code-form";
import { RecoveryCodeList } from "@/app/(main)/settings/password/recovery-code-list";
import { send, type Outcome } from "@/app/_client/api";
import { useConfirmation } from "@/app/_features/confirmation/use-confirmation";
import { Ago } from "@/app/_features/time/time";
import { Button } from "@/app/_ui/button";
import { fill } from "@/app/_ui/fill";
import { Sheet } from "@/app/_ui/sheet";
import { useToast } from "@/app/_ui/toast";
import { twoFactor as words } from "@/app/_words/two-factor";
import type { Enrolment, RecoveryCodes, TwoFactor } from "@/lib/auth/two-factor/schema";

const PATH = "/api/v1/barker/two_factor";
/** With as many recovery codes or fewer, new ones are recommended. */
const FEW = 3;

/** The code that draws a QR code is loaded when somebody needs one. */
const EnrolForm = lazy(() => import("@/app/(main)/settings/password/enrol-form"));

type Step = { kind: "enrol"; enrolment: Enrolment } | { kind: "shown"; codes: string[] } | { kind: "codes" | "off" };

interface TwoFactorCardProps {
  initially: TwoFactor;
  hasPassword: boolean;
  /** Whether the town demands it of the viewer, who then cannot turn it off. */
  demanded: boolean;
  handle: string;
}

/** Two-factor sign-in: turning it on and off, and the recovery codes. */
export function TwoFactorCard({ initially, hasPassword, demanded, handle }: TwoFactorCardProps) {
  const [state, setState] = useState(initially);
  const [step, setStep] = useState<Step | null>(null);
  const [busy, setBusy] = useState(false);
  const { confirmed, sheet } = useConfirmation();
  const say = useToast();
  const router = useRouter();

  async function begin(): Promise<void> {
    setBusy(true);
    const outcome = await confirmed(() => send<Enrolment>(PATH, { method: "POST" }));
    setBusy(false);
    if (outcome.ok) setStep({ kind: "enrol", enrolment: outcome.value });
    else say(outcome.sentence);
  }

  /** Sends a code. @returns what is wrong with it */
  async function answer<T>(attempt: () => Promise<Outcome<T>>, done: (value: T) => void): Promise<string | null> {
    const outcome = await confirmed(attempt);
    if (!outcome.ok) return outcome.fields["code"] ?? outcome.sentence;
    done(outcome.value);
    router.refresh();
    return null;
  }

  function show({ codes }: RecoveryCodes): void {
    setState((before) => ({
      on_since: before.on_since ?? new Date().toISOString(),
      recovery_codes: codes.length,
    }));
    setStep({ kind: "shown", codes });
  }

  return (
    <Card title={words.title}>
      <p className="-mt-2 text-label text-ink-2">{words.about}</p>
      {state.on_since !== null ? (
        <>
          <p className="text-label">
            {fill(words.onSince, { when: <Ago at={state.on_since} /> })} {words.codesLeft(state.recovery_codes)}
            {state.recovery_codes <= FEW && ` ${words.fewCodes}`}
          </p>
          {demanded && <p className="text-meta text-ink-3">{words.demanded}</p>}
          <div className="flex flex-wrap gap-2">
            <Button look="outline" onClick={() => setStep({ kind: "codes" })}>
              {words.newCodes}
            </Button>
            {!demanded && (
              <Button look="danger" onClick={() => setStep({ kind: "off" })}>
                {words.turnOff}
              </Button>
            )}
          </div>
        </>
      ) : hasPassword ? (
        <Button look="outline" disabled={busy} onClick={() => void begin()} className="justify-self-start">
          {words.turnOn}
        </Button>
      ) : (
        <p className="text-label text-ink-2">{words.noPassword}</p>
      )}
      <Sheet open={step !== null} close={() => setStep(null)} low title={step ? titleOf(step) : words.title}>
        <Suspense>
          {step?.kind === "enrol" && (
            <EnrolForm
              enrolment={step.enrolment}
              send={(code) => answer(() => post<RecoveryCodes>("finish", code), show)}
            />
          )}
        </Suspense>
        {step?.kind === "shown" && <RecoveryCodeList codes={step.codes} handle={handle} kept={() => setStep(null)} />}
        {step?.kind === "codes" && (
          <CodeForm
            about={words.askAbout.codes}
            label={words.code}
            go={words.go.codes}
            send={(code) => answer(() => post<RecoveryCodes>("recovery_codes", code), show)}
          />
        )}
        {step?.kind === "off" && (
          <CodeForm
            about={words.askAbout.off}
            label={words.code}
            go={words.go.off}
            send={(code) =>
              answer(
                () => post<TwoFactor>("off", code),
                (value) => {
                  setState(value);
                  setStep(null);
                  say(words.turnedOff);
                },
              )
            }
          />
        )}
      </Sheet>
      {sheet}
    </Card>
  );
}

function post<T>(path: string, code: string): Promise<Outcome<T>> {
  return send<T>(`${PATH}/${path}`, { method: "POST", json: { code } });
}

function titleOf(step: Step): string {
  if (step.kind === "enrol") return words.enrolTitle;
  return step.kind === "shown" ? words.codesTitle : words.askTitle[step.kind];
}
