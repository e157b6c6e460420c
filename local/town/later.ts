/** Things to be done after a while, in the order of their times. */
export interface Later {
  /** Does something `ms` from now, when `due` is next asked for. */
  add: (ms: number, task: () => Promise<void>) => void;
  /** Takes what is due by now. */
  due: () => (() => Promise<void>)[];
}

export function laterList(now: () => number = Date.now): Later {
  let tasks: { at: number; task: () => Promise<void> }[] = [];
  return {
    add(ms, task) {
      tasks.push({ at: now() + ms, task });
    },
    due() {
      const moment = now();
      const due = tasks.filter(({ at }) => at <= moment).toSorted((a, b) => a.at - b.at);
      tasks = tasks.filter(({ at }) => at > moment);
      return due.map(({ task }) => task);
    },
  };
}
