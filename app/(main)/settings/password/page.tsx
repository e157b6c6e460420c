import type { Metadata } from "next";
import { FormCard } from "@/app/(main)/settings/form-card";
import { Card, SettingsPage } from "@/app/(main)/settings/parts";
import { Passkeys } from "@/app/(main)/settings/password/passkeys";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { accountFacts } from "@/lib/account/reads";
import { passkeysOf } from "@/lib/auth/passkeys/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Password and passkeys · Settings" };

/** How one signs in. */
export default async function PasswordSettings() {
  const viewer = await settingsViewer(paths.passwordSettings);
  const [{ hasPassword, passwordAt }, passkeys] = await Promise.all([accountFacts(viewer.id), passkeysOf(viewer.id)]);
  return (
    <SettingsPage title="Password and passkeys">
      {hasPassword ? (
        <FormCard
          title="Password"
          about={`${changed(passwordAt)}Changing it signs you out everywhere else, apps too.`}
          path="/api/v1/barker/account/password"
          fields={[
            {
              label: "Your password",
              name: "current_password",
              type: "password",
              autoComplete: "current-password",
            },
            {
              label: "New password",
              name: "new_password",
              type: "password",
              autoComplete: "new-password",
              minLength: 8,
              help: "At least 8 characters.",
            },
          ]}
          submit="Change password"
          done="Your password is changed"
        />
      ) : (
        <Card title="Password">
          <p className="text-label text-ink-2">This is a visitor of the demo: it has no password.</p>
        </Card>
      )}
      <Passkeys initially={passkeys} />
    </SettingsPage>
  );
}

function changed(at: number | null): string {
  if (at === null) return "";
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }).format(at);
  return `Changed on ${day}. `;
}
