import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CardPage } from "@/app/(auth)/card-page";
import { ClosedCard } from "@/app/(auth)/join/closed-card";
import { JoinCard } from "@/app/(auth)/join/join-card";
import { joinTown } from "@/app/(auth)/join/town";
import { nextPath } from "@/app/(auth)/next";
import { joining } from "@/app/_words/joining";
import { getViewer } from "@/lib/auth/session";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: joining.joinShort };

interface Search {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The sign-up page; where nobody can join by themselves, it says so. */
export default async function Join({ searchParams }: Search) {
  const next = nextPath((await searchParams)["next"]);
  if (await getViewer()) redirect(next);
  const town = joinTown(await townSettings());
  return (
    <CardPage other="sign-in" next={next}>
      {town.closed === null ? (
        <JoinCard next={next} town={town} />
      ) : (
        <ClosedCard title={joining.joinTitle(town.name)} sentence={town.closed} next={next} />
      )}
    </CardPage>
  );
}
