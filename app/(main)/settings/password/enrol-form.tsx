"use client";

import { CodeForm } from "@/app/(main)/settings/password/code-form";
import { copyText } from "@/app/_client/copy";
import { CodePicture } from "@/app/_features/messages/code-picture";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";
import { twoFactor as words } from "@/app/_words/two-factor";
import type { Enrolment } from "@/lib/auth/two-factor/schema";

interface EnrolFormProps {
  enrolment: Enrolment;
  /** Sends the first code. @returns what is wrong with it */
  send: (code: string) => Promise<string | null>;
}

/** The secret for an authenticator app, as a picture and as text, and the field for its first code. */
export default function EnrolForm({ enrolment: { secret, uri }, send }: EnrolFormProps) {
  const say = useToast();
  return (
    <div className="overflow-y-auto">
      <div className="grid grid-cols-1 gap-3 px-4">
        <p className="text-label text-ink-2">{words.scan}</p>
        <div className="grid justify-items-center">
          <CodePicture code={uri} label={words.picture} />
        </div>
        <p className="text-label">{words.orType}</p>
        <code dir="ltr" translate="no" className="rounded-field bg-sunken p-3 text-label wrap-anywhere select-all">
          {secret.replace(/(.{4})(?=.)/g, "$1 ")}
        </code>
        <Button
          look="soft"
          className="justify-self-start"
          onClick={() => void copyText(secret).then((said) => say(said))}
        >
          {words.copySecret}
        </Button>
      </div>
      <CodeForm label={words.digits} go={words.confirm} inputMode="numeric" send={send} />
    </div>
  );
}
