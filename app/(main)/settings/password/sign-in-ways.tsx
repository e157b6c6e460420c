"use client";

import { useState } from "react";
import { FormCard } from "@/app/(main)/settings/form-card";
import { Card } from "@/app/(main)/settings/parts";
import { Passkeys } from "@/app/(main)/settings/password/passkeys";
import { TwoFactorCard } from "@/app/(main)/settings/password/two-factor-card";
import { settings as words } from "@/app/_words/settings";
import type { Passkey } from "@/lib/auth/passkeys/schema";
import type { TwoFactor } from "@/lib/auth/two-factor/schema";

interface SignInWaysProps {
  hasPassword: boolean;
  /** "Changed on 3 May 2026. ", or "". */
  changed: string;
  passkeys: Passkey[];
  /** Two-factor sign-in, and whether the town demands it of the viewer. */
  twoFactor: TwoFactor;
  demanded: boolean;
  handle: string;
}

/** The password, two-factor sign-in and the passkeys. After a change of the password the passkeys are offered for removal. */
export function SignInWays({ hasPassword, changed, passkeys, twoFactor, demanded, handle }: SignInWaysProps) {
  const [isNew, setIsNew] = useState(false);
  return (
    <>
      {hasPassword ? (
        <FormCard
          title={words.password.password}
          about={`${changed} ${words.password.about}`.trim()}
          path="/api/v1/barker/account/password"
          fields={[
            {
              label: words.password.yours,
              name: "current_password",
              type: "password",
              autoComplete: "current-password",
            },
            {
              label: words.password.new,
              name: "new_password",
              type: "password",
              autoComplete: "new-password",
              minLength: 8,
              help: words.password.help,
            },
          ]}
          submit={words.password.change}
          done={words.password.changed}
          onDone={() => setIsNew(true)}
        />
      ) : (
        <Card title={words.password.password}>
          <p className="text-label text-ink-2">{words.password.demo}</p>
        </Card>
      )}
      <TwoFactorCard initially={twoFactor} hasPassword={hasPassword} demanded={demanded} handle={handle} />
      <Passkeys initially={passkeys} passwordIsNew={isNew} />
    </>
  );
}
