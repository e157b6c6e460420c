import { expect, it } from "vitest";
import { LiveReader, type LiveReceiver } from "@/sidecar/gateway/live-reader";

it("a device for which more than 2,000 events wait, because the stores are slow, connects again", () => {
  let drops = 0;
  const receiver: LiveReceiver = { receive: () => {}, gap: () => {}, drop: () => void drops++ };
  // Its position never becomes known.
  const reader = new LiveReader(receiver, "1", new Promise(() => {}));
  const wake = (count: number) => {
    for (let n = 0; n < count; n++) reader.wake(["1-0", "2-0"], null);
  };
  wake(1_999);
  expect(drops).toBe(0);
  wake(1);
  expect(drops).toBe(1);
});
