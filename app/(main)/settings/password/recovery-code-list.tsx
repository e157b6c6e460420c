"use client";

import { copyText } from "@/app/_client/copy";
import { Button, buttonClass } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";
import { twoFactor as words } from "@/app/_words/two-factor";

interface RecoveryCodeListProps {
  codes: string[];
  handle: string;
  kept: () => void;
}

/** What had the focus is gone from the sheet. */
const focus = (list: HTMLElement | null) => list?.focus();

/** Recovery codes, shown once, to be copied or kept as a file. */
export function RecoveryCodeList({ codes, handle, kept }: RecoveryCodeListProps) {
  const say = useToast();
  const text = [words.fileHead(handle), "", ...codes, ""].join("\n");
  return (
    <div className="grid grid-cols-1 gap-4 overflow-y-auto p-4">
      <p className="text-label text-ink-2">{words.codesAbout}</p>
      <ol
        ref={focus}
        tabIndex={-1}
        aria-label={words.codesTitle}
        dir="ltr"
        translate="no"
        className="grid gap-x-4 gap-y-1 rounded-field bg-sunken p-3 tablet:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>
            <code className="text-label wrap-anywhere select-all">{code}</code>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button look="soft" onClick={() => void copyText(codes.join("\n")).then((said) => say(said))}>
          {words.copyCodes}
        </Button>
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={words.file}
          className={buttonClass({ look: "soft" })}
        >
          {words.download}
        </a>
        <Button onClick={kept}>{words.kept}</Button>
      </div>
    </div>
  );
}
