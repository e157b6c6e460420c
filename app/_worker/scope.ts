declare global {
  /** Background Sync, which TypeScript does not know yet. */
  interface SyncEvent extends ExtendableEvent {
    readonly tag: string;
  }
  interface ServiceWorkerGlobalScopeEventMap {
    sync: SyncEvent;
  }
}
declare const self: ServiceWorkerGlobalScope;

/** The global scope, as that of a service worker. */
export const worker = self;

/** Waits for something that may fail without consequences, such as a storage that is full or broken. */
export async function safely<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}
