"use client";

import { useState } from "react";
import { hotkeysOn, setHotkeys } from "@/app/_client/hotkeys";
import { cx } from "@/app/_ui/cx";
import { Sheet } from "@/app/_ui/sheet";
import { Switch } from "@/app/_ui/switch";
import { shell as words } from "@/app/_words/shell";

/** All keyboard shortcuts, and the switch that turns them off for people who dictate. */
export function KeysHelp({ open, close }: { open: boolean; close: () => void }) {
  const [on, setOn] = useState(hotkeysOn);
  const change = (next: boolean) => {
    setOn(next);
    setHotkeys(next);
  };
  return (
    <Sheet open={open} close={close} title={words.keys.title}>
      <div className="grid gap-x-8 px-5 pb-4 tablet:grid-cols-2">
        {words.keys.groups.map(({ title, beside, keys }) => (
          <section
            key={title}
            className={cx("pb-4", beside && "tablet:col-start-2 tablet:row-span-2 tablet:row-start-1")}
          >
            <h3 className="pb-1.5 text-small font-bold text-ink-2">{title}</h3>
            <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5 text-label">
              {Object.entries(keys).map(([key, what]) => (
                <div key={key} className="contents">
                  <dt className="flex gap-1">
                    {key.split(" ").map((one) => (
                      <kbd
                        key={one}
                        className="inline-block min-w-7 rounded-tag border border-edge px-1.5 text-center font-sans"
                      >
                        {one}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="border-t border-line">
        <Switch id="keys-on" title={words.keys.on} detail={words.keys.onDetail} on={on} change={change} />
      </div>
    </Sheet>
  );
}
