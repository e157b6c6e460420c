import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { MessagesShell } from "@/app/_features/messages/shell";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

/** Everything below Messages: what it shows is decrypted in the browser, so the server renders only its frame. */
export default async function MessagesLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.messages));
  return <MessagesShell viewer={viewer}>{children}</MessagesShell>;
}
