"use client";

import { ALargeSmall, Contrast, EyeOff, ImagePlay, Keyboard, Rows3, SunMoon, Wind } from "lucide-react";
import { useEffect, useState, type ComponentType, type ReactNode } from "react";
import { choose, type Appearance } from "@/app/_client/appearance";
import { hotkeysOn, setHotkeys } from "@/app/_client/hotkeys";
import { Segments } from "@/app/_ui/segments";
import { Switch } from "@/app/_ui/switch";
import { appearance as words } from "@/app/_words/appearance";

const SIZES = ["90", "100", "115", "130", "150"] as const;

const CARD = "overflow-hidden rounded-card border border-line bg-surface";

/** How Barker looks on this device. Each choice applies at once. */
export function AppearanceRows({ initially }: { initially: Appearance }) {
  const [chosen, setChosen] = useState(initially);
  const change = <Name extends keyof Appearance>(name: Name, value: Appearance[Name]) => {
    setChosen((before) => ({ ...before, [name]: value }));
    choose(name, value);
  };
  const segments = (name: keyof typeof words.choices) => (
    <Segments
      name={name}
      label={words[name]}
      choices={Object.entries(words.choices[name])}
      chosen={chosen[name]}
      choose={(value) => change(name, value as Appearance[typeof name])}
    />
  );
  return (
    <>
      <div className={CARD}>
        <Row icon={ALargeSmall} title={words.text}>
          <TextSize size={chosen.text} change={(size) => change("text", size)} />
        </Row>
        <Row icon={SunMoon} title={words.theme}>
          {segments("theme")}
        </Row>
        <Row icon={Contrast} title={words.contrast}>
          {segments("contrast")}
        </Row>
        <Row icon={Rows3} title={words.spacing}>
          {segments("spacing")}
        </Row>
      </div>
      <div className={CARD}>
        <Row icon={Wind} title={words.motion}>
          {segments("motion")}
        </Row>
        <Row icon={ImagePlay} title={words.autoplay} detail={words.autoplayDetail}>
          {segments("autoplay")}
        </Row>
        <Switch
          id="counts"
          icon={EyeOff}
          title={words.counts}
          detail={words.countsDetail}
          on={chosen.counts === "hidden"}
          change={(hidden) => change("counts", hidden ? "hidden" : "shown")}
        />
      </div>
      <KeyboardSwitch />
    </>
  );
}

interface RowProps {
  icon: ComponentType<{ className?: string; "aria-hidden"?: "true" }>;
  title: string;
  detail?: string;
  children: ReactNode;
}

function Row({ icon: Icon, title, detail, children }: RowProps) {
  return (
    <div className="flex min-h-14.5 flex-wrap items-center justify-end gap-x-2 gap-y-1 border-line px-4 py-1.5 not-last:border-b">
      <span className="flex min-w-0 flex-auto items-center gap-3.5">
        <Icon className="size-5.5 flex-none text-ink-2" aria-hidden="true" />
        <span className="min-w-0">
          <b className="block text-label">{title}</b>
          {detail && <span className="block text-meta text-ink-3">{detail}</span>}
        </span>
      </span>
      {children}
    </div>
  );
}

function TextSize({ size, change }: { size: Appearance["text"]; change: (size: Appearance["text"]) => void }) {
  return (
    <span className="flex max-w-52 min-w-44 flex-1 items-center gap-2">
      <span aria-hidden="true" className="text-meta font-bold">
        {words.letter}
      </span>
      <input
        type="range"
        min={0}
        max={SIZES.length - 1}
        step={1}
        aria-label={words.text}
        aria-valuetext={words.percent(size)}
        value={SIZES.indexOf(size)}
        onChange={(event) => change(SIZES[Number(event.target.value)] ?? "100")}
        className="steps min-w-0 flex-1"
      />
      <span aria-hidden="true" className="text-large font-bold">
        {words.letter}
      </span>
    </span>
  );
}

/** Turns single-key shortcuts (j, k, n …) on and off on this device. */
function KeyboardSwitch() {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(hotkeysOn()), []);
  return (
    <div className={CARD}>
      <Switch
        id="keyboard-shortcuts"
        icon={Keyboard}
        title={words.keyboard}
        detail={words.keyboardDetail}
        on={on}
        change={(next) => {
          setOn(next);
          setHotkeys(next);
        }}
      />
    </div>
  );
}
