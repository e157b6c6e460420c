const KEY = "draft";

/** What was typed and not barked yet, on this device. */
export function loadDraft(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Keeps what is typed, at every keystroke; an empty text is no draft. */
export function saveDraft(text: string): void {
  try {
    if (text.trim() === "") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // No room on this device: the text is still on the screen.
  }
}
