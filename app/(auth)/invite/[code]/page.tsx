import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CardPage } from "@/app/(auth)/card-page";
import { ClosedCard } from "@/app/(auth)/join/closed-card";
import { JoinCard } from "@/app/(auth)/join/join-card";
import { joinTown } from "@/app/(auth)/join/town";
import { joining } from "@/app/_words/joining";
import { getViewer } from "@/lib/auth/session";
import { openInvitation } from "@/lib/invitations/reads";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: joining.invitation, robots: { index: false }, referrer: "no-referrer" };

interface Params {
  params: Promise<{ code: string }>;
}

/** Where the link of an invitation leads: the sign-up page, also where others cannot join by themselves. */
export default async function Invite({ params }: Params) {
  if (await getViewer()) redirect(paths.home);
  const { code } = await params;
  const settings = await townSettings();
  const invitation = settings.registrations === "closed" ? null : await openInvitation(code, settings);
  return (
    <CardPage other="sign-in" next={paths.home}>
      {invitation ? (
        <JoinCard next={paths.home} town={joinTown(settings)} invitation={{ code, from: invitation.hostHandle }} />
      ) : (
        <ClosedCard title={joining.invitation} sentence={joining.invitationOver} next={paths.home} />
      )}
    </CardPage>
  );
}
