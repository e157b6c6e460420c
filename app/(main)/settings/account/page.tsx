import type { Metadata } from "next";
import { FormCard } from "@/app/(main)/settings/form-card";
import { Card, SettingsPage } from "@/app/(main)/settings/parts";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { accountFacts } from "@/lib/account/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Handle and e-mail · Settings" };

/** The settings of handle and e-mail address. */
export default async function AccountSettings() {
  const viewer = await settingsViewer(paths.accountSettings);
  const { email, hasPassword } = await accountFacts(viewer.id);
  return (
    <SettingsPage title="Handle and e-mail">
      {email !== null && (
        <FormCard
          key={viewer.handle}
          title="Handle"
          about={`You are @${viewer.handle}. When you change that, the old handle leads to you for 30 days, and nobody else can take it.`}
          path="/api/v1/barker/account/handle"
          fields={[
            {
              label: "New handle",
              name: "handle",
              autoComplete: "username",
              autoCapitalize: "none",
              spellCheck: false,
            },
          ]}
          submit="Change handle"
          done="Your handle is changed"
        />
      )}
      {hasPassword ? (
        <FormCard
          key={email}
          title="E-mail"
          about={`You sign in with ${email ?? "your handle"}. Nobody else sees it.`}
          path="/api/v1/barker/account/email"
          fields={[
            { label: "New e-mail", name: "email", type: "email", autoComplete: "email" },
            { label: "Your password", name: "password", type: "password", autoComplete: "current-password" },
          ]}
          submit="Change e-mail"
          done="Your e-mail is changed"
        />
      ) : (
        <Card title="Handle and e-mail">
          <p className="text-label text-ink-2">
            This is a visitor of the demo: it keeps its handle, and has no e-mail and no password.
          </p>
        </Card>
      )}
    </SettingsPage>
  );
}
