declare global {
  interface Window {
    /** Ends the recording. @returns the buttons that were pressed, in order */
    takeEarlyPresses?: () => HTMLElement[];
  }
}

/**
 * Records which buttons are pressed before React answers them. It is sent as text at the top of each page, and so uses
 * nothing from outside.
 */
function record(): void {
  const pressed = new Set<HTMLElement>();
  const hear = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("button, [role=button]") : null;
    // React names its own properties of an element so; it answers this one already.
    if (!button || Object.keys(button).some((name) => name.startsWith("__reactProps"))) return;
    const form = button instanceof HTMLButtonElement && button.type === "submit" ? button.form : null;
    // It works without scripts. Any other form would be sent to the page itself.
    if (form?.hasAttribute("action")) return;
    // React, which may be about to answer it, would do it once more.
    event.stopImmediatePropagation();
    event.preventDefault();
    pressed.add(button);
  };
  document.addEventListener("click", hear, true);
  window.takeEarlyPresses = () => {
    document.removeEventListener("click", hear, true);
    return [...pressed];
  };
}

/** The script that records, for the top of a page. */
export const RECORD_EARLY_PRESSES = `(${record.toString()})()`;

/** Does what was pressed on this page before it was interactive: each button once. */
export function repeatEarlyPresses(): void {
  for (const button of window.takeEarlyPresses?.() ?? []) if (button.isConnected) button.click();
  delete window.takeEarlyPresses;
}
