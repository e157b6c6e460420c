/** The zoom of a picture: its scale relative to the fitted size, and its offset from the middle (px). */
export interface ZoomView {
  scale: number;
  x: number;
  y: number;
}

export interface Extent {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** The fitted picture in the middle. */
export const WHOLE: ZoomView = { scale: 1, x: 0, y: 0 };
const LARGEST = 6;
/** The factor of a double tap, a key or the wheel. */
export const STEP = 2.5;

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

/** A picture's fitted size on the stage; never enlarged. */
export function contained(picture: Extent, stage: Extent): Extent {
  const scale = Math.min(1, stage.width / picture.width, stage.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** Zooms by a factor around a point of the stage (from its middle), which stays in place. */
export function zoomed(view: ZoomView, factor: number, at: Point): ZoomView {
  const scale = between(1, view.scale * factor, LARGEST);
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

/** Pans, but not beyond the picture's edges; a picture that fits stays centred. */
export function moved(view: ZoomView, by: Point, shown: Extent, stage: Extent): ZoomView {
  const room = (size: number, whole: number) => Math.max(0, (size * view.scale - whole) / 2);
  const [across, down] = [room(shown.width, stage.width), room(shown.height, stage.height)];
  return { scale: view.scale, x: between(-across, view.x + by.x, across), y: between(-down, view.y + by.y, down) };
}

/** The gesture that ended when a finger was lifted: next or previous picture, close, or nothing. `speed` in px/ms. */
export function meant(by: Point, speed: Point): "next" | "previous" | "close" | "nothing" {
  const [across, down] = [Math.abs(by.x), Math.abs(by.y)];
  if (across > down) {
    const far = across > 80 || (across > 20 && Math.abs(speed.x) > 0.4);
    return far ? (by.x < 0 ? "next" : "previous") : "nothing";
  }
  return down > 100 || (down > 30 && Math.abs(speed.y) > 0.6) ? "close" : "nothing";
}
