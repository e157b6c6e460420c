import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { packs as words } from "@/app/_words/packs";
import { PackForm } from "@/app/_features/packs/pack-form";
import { BackBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { packWithPeople } from "@/lib/packs/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.editTitle };

/** Changes one's own starter pack. */
export default async function EditPack({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.editPack(id)));
  const found = /^\d{1,20}$/.test(id) ? await packWithPeople(viewer.id, id) : null;
  if (found?.pack.account.id !== viewer.id) notFound();
  return (
    <>
      <BackBar title={words.editTitle} detail={found.pack.name} />
      <PackForm pack={found.pack} members={found.people} />
    </>
  );
}
