import type { Metadata } from "next";
import { FormCard } from "@/app/(main)/settings/form-card";
import { MailCard } from "@/app/(main)/settings/account/mail-card";
import { Card, SettingsPage } from "@/app/(main)/settings/parts";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { mails } from "@/app/_words/mails";
import { settings as words } from "@/app/_words/settings";
import { accountFacts } from "@/lib/account/reads";
import { canSendMail } from "@/lib/mail/writes";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.pageTitle(words.handle.title) };

/** The settings of handle and e-mail address. */
export default async function AccountSettings() {
  const viewer = await settingsViewer(paths.accountSettings);
  const { email, hasPassword, confirmedAt, newEmail, weekly } = await accountFacts(viewer.id);
  const canSend = canSendMail();
  return (
    <SettingsPage title={words.handle.title}>
      {email !== null && (
        <FormCard
          key={viewer.handle}
          title={words.handle.handle}
          about={words.handle.handleAbout(viewer.handle)}
          path="/api/v1/barker/account/handle"
          fields={[
            {
              label: words.handle.newHandle,
              name: "handle",
              autoComplete: "username",
              autoCapitalize: "none",
              spellCheck: false,
            },
          ]}
          submit={words.handle.changeHandle}
          done={words.handle.handleChanged}
        />
      )}
      {hasPassword ? (
        <FormCard
          key={email}
          title={words.handle.email}
          about={words.handle.emailAbout(email)}
          path="/api/v1/barker/account/email"
          fields={[
            { label: words.handle.newEmail, name: "email", type: "email", autoComplete: "email" },
            { label: words.password.yours, name: "password", type: "password", autoComplete: "current-password" },
          ]}
          submit={words.handle.changeEmail}
          done={canSend ? mails.waits : words.handle.emailChanged}
        />
      ) : (
        <Card title={words.handle.title}>
          <p className="text-label text-ink-2">{words.handle.demo}</p>
        </Card>
      )}
      {email !== null && (
        <MailCard
          canSend={canSend}
          unconfirmed={newEmail ?? (confirmedAt === null ? email : null)}
          changing={newEmail !== null}
          confirmed={confirmedAt !== null}
          weekly={weekly}
        />
      )}
    </SettingsPage>
  );
}
