/** Tasks to run after a delay, sorted by time. */
export interface Later {
  /** Schedules a task in `ms`; it is returned by the first later call of `due`. */
  add: (ms: number, task: () => Promise<void>) => void;
  /** Removes and returns the tasks that are due. */
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
