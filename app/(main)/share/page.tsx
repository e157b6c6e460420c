import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { TakeShared } from "@/app/(main)/share/take-shared";
import { feed as sentences } from "@/app/_words/feed";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: sentences.share };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Content shared from another app or by a link: opens as a draft, with Home behind it. */
export default async function SharePage({ searchParams }: { searchParams: Search }) {
  const given = await searchParams;
  const [title, text, url] = [given["title"], given["text"], given["url"]].map((value) => [value].flat()[0] ?? "");
  const viewer = await getViewer();
  if (!viewer) {
    const words = new URLSearchParams({ title: title ?? "", text: text ?? "", url: url ?? "" });
    redirect(paths.signIn(`${paths.share}?${words}`));
  }
  return <TakeShared personId={viewer.id} title={title ?? ""} text={text ?? ""} url={url ?? ""} />;
}
