"use client";

import { CodeXml, Rss } from "lucide-react";
import { send } from "@/app/_client/api";
import { copyAddress } from "@/app/_client/copy";
import { MenuItem } from "@/app/_ui/menu";
import { useToast } from "@/app/_ui/toast";
import { cards } from "@/app/_words/cards";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

/** Copies the code with which other sites show a public bark. */
export function EmbedItem({ bark }: { bark: Status }) {
  const say = useToast();
  if (bark.visibility !== "public") return null;
  return (
    <MenuItem icon={CodeXml} act={() => void copyEmbedCode(bark).then(say)}>
      {cards.embed}
    </MenuItem>
  );
}

/** Copies the address of a person's barks for feed readers. */
export function RssItem({ handle }: { handle: string }) {
  const say = useToast();
  const address = () => location.origin + paths.personFeed(handle, "rss");
  return (
    <MenuItem icon={Rss} act={() => void copyAddress(address()).then(say)}>
      {cards.copyFeed}
    </MenuItem>
  );
}

async function copyEmbedCode(bark: Status): Promise<string> {
  const embed = await send<{ html: string }>(paths.oembed(bark.url));
  if (!embed.ok) return embed.sentence;
  try {
    await navigator.clipboard.writeText(embed.value.html);
    return cards.codeCopied;
  } catch {
    return cards.codeNotCopied(embed.value.html);
  }
}
