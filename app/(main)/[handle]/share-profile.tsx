"use client";

import { Share2 } from "lucide-react";
import { buttonClass } from "@/app/_ui/button";
import { copyAddress } from "@/app/_client/copy";
import { useToast } from "@/app/_ui/toast";
import { profile as words } from "@/app/_words/profile";
import { paths } from "@/lib/paths";

/** Shares a profile's address through the device's share dialog, or copies it. */
export function ShareProfile({ handle, name }: { handle: string; name: string }) {
  const say = useToast();
  async function share(): Promise<void> {
    const url = location.origin + paths.person(handle);
    if (typeof navigator.share === "function") return navigator.share({ url, title: name }).catch(() => undefined);
    say(await copyAddress(url));
  }
  return (
    <button
      type="button"
      aria-label={words.share(name)}
      onClick={() => void share()}
      className={buttonClass({ look: "outline" }, "w-11 px-0!")}
    >
      <Share2 className="size-5" aria-hidden="true" />
    </button>
  );
}
