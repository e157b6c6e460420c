"use client";

import { useState } from "react";
import { FormCard } from "@/app/(main)/settings/form-card";
import { Card } from "@/app/(main)/settings/parts";
import { Passkeys } from "@/app/(main)/settings/password/passkeys";
import type { Passkey } from "@/lib/auth/passkeys/schema";

interface SignInWaysProps {
  hasPassword: boolean;
  /** "Changed on 3 May 2026. ", or "". */
  changed: string;
  passkeys: Passkey[];
}

/** The password and the passkeys. After a change of the password the passkeys are offered for removal. */
export function SignInWays({ hasPassword, changed, passkeys }: SignInWaysProps) {
  const [isNew, setIsNew] = useState(false);
  return (
    <>
      {hasPassword ? (
        <FormCard
          title="Password"
          about={`${changed}Changing it signs you out everywhere else, apps too. Passkeys stay.`}
          path="/api/v1/barker/account/password"
          fields={[
            { label: "Your password", name: "current_password", type: "password", autoComplete: "current-password" },
            {
              label: "New password",
              name: "new_password",
              type: "password",
              autoComplete: "new-password",
              minLength: 8,
              help: "At least 8 characters, and not one that is easy to guess.",
            },
          ]}
          submit="Change password"
          done="Your password is changed"
          onDone={() => setIsNew(true)}
        />
      ) : (
        <Card title="Password">
          <p className="text-label text-ink-2">This is a visitor of the demo: it has no password.</p>
        </Card>
      )}
      <Passkeys initially={passkeys} hasPassword={hasPassword} passwordIsNew={isNew} />
    </>
  );
}
