import { expect, it } from "vitest";
import { createStore } from "@/app/_client/create-store";

it("notifies listeners of a new value, but not of an equal one", () => {
  const store = createStore(1);
  const heard: number[] = [];
  const end = store.subscribe(() => heard.push(store.get()));
  store.set(1);
  store.set(2);
  end();
  store.set(3);
  expect(heard).toEqual([2]);
  expect(store.get()).toBe(3);
});

it("keeps a listener that was added twice until it was removed twice", () => {
  const store = createStore(0);
  let calls = 0;
  const listener = () => calls++;
  const first = store.subscribe(listener);
  const second = store.subscribe(listener);
  first();
  first();
  store.set(1);
  expect(calls).toBe(1);
  second();
  store.set(2);
  expect(calls).toBe(1);
});

it("is active only while it has listeners", () => {
  const log: string[] = [];
  const store = createStore(0, () => {
    log.push("start");
    return () => log.push("stop");
  });
  const first = store.subscribe(() => undefined);
  const second = store.subscribe(() => undefined);
  first();
  expect(log).toEqual(["start"]);
  second();
  expect(log).toEqual(["start", "stop"]);
  store.subscribe(() => undefined)();
  expect(log).toEqual(["start", "stop", "start", "stop"]);
});
