import { useEffect, useRef, type PointerEvent, type SyntheticEvent } from "react";

/** How long (ms) a finger rests before its press is a long one, and how far (px) it may move meanwhile. */
const LONG_MS = 450;
const SLACK = 10;

/** The handlers of an element that opens something when a finger rests on it. */
export function useLongPress(act: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const from = useRef({ x: 0, y: 0 });
  const end = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType === "mouse") return;
      from.current = { x: event.clientX, y: event.clientY };
      end();
      timer.current = setTimeout(act, LONG_MS);
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - from.current.x, clientY - from.current.y) > SLACK) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    // A finger that rests would also select text or open the browser's own menu.
    onContextMenu: (event: SyntheticEvent) => {
      if (matchMedia("(pointer: coarse)").matches) event.preventDefault();
    },
  };
}
