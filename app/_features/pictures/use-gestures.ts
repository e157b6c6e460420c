"use client";

import { useEffect, useRef, type PointerEvent, type RefObject } from "react";
import {
  contained,
  meant,
  moved,
  STEP,
  WHOLE,
  zoomed,
  type Extent,
  type Point,
  type ZoomView,
} from "@/app/_features/pictures/zoom";

interface Gestures {
  stage: RefObject<HTMLElement | null>;
  /** The picture's own size. */
  picture: Extent;
  turn: (by: 1 | -1) => void;
  close: () => void;
}

interface Finger extends Point {
  from: Point;
  at: number;
}

const TWICE = 300;

/**
 * Pages through pictures, zooms, pans and dismisses them with fingers, mouse, wheel and keys. It moves the element
 * directly, since a frame may not wait for React.
 */
export function useGestures({ stage, picture, turn, close }: Gestures) {
  const image = useRef<HTMLImageElement>(null);
  const view = useRef<ZoomView>(WHOLE);
  const fingers = useRef(new Map<number, Finger>());
  const lastTap = useRef({ x: 0, y: 0, at: 0 });

  const extent = (): Extent => ({
    width: stage.current?.clientWidth ?? 1,
    height: stage.current?.clientHeight ?? 1,
  });

  function look(next: ZoomView, drag: Point = { x: 0, y: 0 }, smooth = false): void {
    const whole = extent();
    view.current = moved(next, { x: 0, y: 0 }, contained(picture, whole), whole);
    const { x, y, scale } = view.current;
    if (!image.current) return;
    image.current.style.transition = smooth ? "transform var(--dur-base) var(--ease-out)" : "none";
    image.current.style.transform = `translate(${x + drag.x}px, ${y + drag.y}px) scale(${scale})`;
  }

  /** A point of the screen relative to the middle of the stage. */
  function fromMiddle({ x, y }: Point): Point {
    const box = stage.current?.getBoundingClientRect();
    return box ? { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 } : { x: 0, y: 0 };
  }

  function enlarge(factor: number, at: Point = { x: 0, y: 0 }, smooth = true): void {
    look(zoomed(view.current, factor, at), undefined, smooth);
  }

  function tapped(point: Point, now: number): void {
    const { at, x, y } = lastTap.current;
    const twice = now - at < TWICE && Math.hypot(point.x - x, point.y - y) < 30;
    lastTap.current = { ...point, at: twice ? 0 : now };
    if (!twice) return;
    if (view.current.scale > 1) look(WHOLE, undefined, true);
    else enlarge(STEP, fromMiddle(point));
  }

  function down(event: PointerEvent): void {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = { x: event.clientX, y: event.clientY };
    fingers.current.set(event.pointerId, { ...point, from: point, at: event.timeStamp });
  }

  function move(event: PointerEvent): void {
    const finger = fingers.current.get(event.pointerId);
    if (!finger) return;
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    const point = { x: event.clientX, y: event.clientY };
    const by = { x: point.x - finger.x, y: point.y - finger.y };
    if (other) {
      const apart = (one: Point) => Math.hypot(one.x - other.x, one.y - other.y);
      const middle = fromMiddle({ x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 });
      const pinched = zoomed(view.current, apart(point) / Math.max(1, apart(finger)), middle);
      look({ ...pinched, x: pinched.x + by.x / 2, y: pinched.y + by.y / 2 });
    } else if (view.current.scale > 1) {
      look({ ...view.current, x: view.current.x + by.x, y: view.current.y + by.y });
    } else {
      look(WHOLE, { x: point.x - finger.from.x, y: point.y - finger.from.y });
    }
    Object.assign(finger, point);
  }

  function up(event: PointerEvent): void {
    const finger = fingers.current.get(event.pointerId);
    if (!finger) return;
    const alone = fingers.current.size === 1;
    fingers.current.delete(event.pointerId);
    // After a pinch, the remaining finger starts a new gesture, and is no tap when it is lifted.
    for (const left of fingers.current.values()) Object.assign(left, { from: { x: left.x, y: left.y }, at: 0 });
    if (!alone || event.type === "pointercancel") return look(view.current, undefined, true);
    const by = { x: finger.x - finger.from.x, y: finger.y - finger.from.y };
    const time = Math.max(1, event.timeStamp - finger.at);
    if (Math.hypot(by.x, by.y) < 8 && time < TWICE) return tapped(finger, event.timeStamp);
    if (view.current.scale > 1) return;
    const act = meant(by, { x: by.x / time, y: by.y / time });
    look(WHOLE, undefined, true);
    if (act === "close") close();
    else if (act !== "nothing") turn(act === "next" ? 1 : -1);
  }

  // React's wheel listeners are passive, but the page behind must not scroll.
  useEffect(() => {
    const element = stage.current;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      enlarge(Math.exp(-event.deltaY / 300), fromMiddle({ x: event.clientX, y: event.clientY }), false);
    };
    element?.addEventListener("wheel", wheel, { passive: false });
    return () => element?.removeEventListener("wheel", wheel);
  });

  return {
    image,
    enlarge,
    whole: () => look(WHOLE),
    handlers: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up },
  };
}
