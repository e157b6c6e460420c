import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CardPage } from "@/app/(auth)/card-page";
import { joinTown } from "@/app/(auth)/join/town";
import { nextPath } from "@/app/(auth)/next";
import { SignInCard } from "@/app/(auth)/sign-in-card";
import { joining } from "@/app/_words/joining";
import { demoAvailable, getViewer } from "@/lib/auth/session";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: joining.signIn, robots: { index: false } };

interface Search {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The sign-in page; it leads to the requested page. */
export default async function SignIn({ searchParams }: Search) {
  const next = nextPath((await searchParams)["next"]);
  if (await getViewer()) redirect(next);
  return (
    <CardPage other="join" next={next}>
      <SignInCard alone next={next} demo={await demoAvailable()} town={joinTown(await townSettings())} />
    </CardPage>
  );
}
