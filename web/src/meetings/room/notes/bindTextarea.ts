import { type Change, mostCharacters, type SharedText } from './sharedText.ts';
import { editBetween, moveThrough } from './textEdit.ts';

interface Binding {
  /** Where the selection is, as a pointer for the other one; null when the field is left. */
  onCursor: (pointer: string | null) => void;
  /** How many characters stand in the field beyond what the text holds. */
  onTooMany: (count: number) => void;
}

/**
 * Keeps a field and a shared text the same, whoever changes either. While the browser composes a character
 * (IME), or the field holds more than the text can, what others write waits: the field is not touched.
 * Returns how to stop.
 */
export function bindTextarea(
  field: HTMLTextAreaElement,
  shared: SharedText,
  { onCursor, onTooMany }: Binding,
): () => void {
  let composing = false;
  field.value = shared.read();

  /** Takes what was typed into the text, then lets in what others wrote meanwhile. */
  function take() {
    if (composing) return;
    const beyond = Math.max(0, field.value.length - mostCharacters);
    onTooMany(beyond);
    if (beyond > 0) return shared.hold();
    const edit = editBetween(shared.read(), field.value, field.selectionEnd);
    if (edit) shared.edit(edit);
    shared.release();
    point();
  }

  /** Shows what somebody else wrote, or what was taken back; the selection stays at its letters. */
  function show(change: Change) {
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = field;
    field.value = shared.read();
    if (change.undone) {
      field.setSelectionRange(endOf(change), endOf(change));
    } else {
      const move = (place: number) => moveThrough(place, change.steps);
      field.setSelectionRange(move(selectionStart), move(selectionEnd), selectionDirection);
    }
    field.scrollTop = scrollTop;
    point();
  }

  function point() {
    if (document.activeElement !== field || composing) return;
    const { selectionStart: from, selectionEnd: to, selectionDirection } = field;
    onCursor(selectionDirection === 'backward' ? shared.point(to, from) : shared.point(from, to));
  }

  /** The browser would undo what it saw typed, others' words in between or not: the text knows better. */
  function step(event: Event, direction: 'undo' | 'redo') {
    event.preventDefault();
    if (field.value.length > mostCharacters) {
      field.value = shared.read();
      return take();
    }
    shared[direction]();
  }

  const stop = listenTo(field, {
    input: take,
    focus: point,
    blur: () => {
      onCursor(null);
      shared.flush();
    },
    compositionstart: () => {
      composing = true;
      shared.hold();
    },
    compositionend: () => {
      composing = false;
      take();
    },
    beforeinput: (event) => {
      const { inputType } = event as InputEvent;
      if (inputType === 'historyUndo') step(event, 'undo');
      if (inputType === 'historyRedo') step(event, 'redo');
    },
    keydown: (event) => {
      const { key, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent;
      if (!ctrlKey && !metaKey) return;
      if (key.toLowerCase() === 'z') step(event, shiftKey ? 'redo' : 'undo');
      if (key.toLowerCase() === 'y') step(event, 'redo');
    },
  });
  const stopPointing = listenTo(document, { selectionchange: point });
  const stopLeaving = listenTo(window, { pagehide: shared.flush });
  const stopShowing = shared.onChange(show);

  return () => {
    for (const end of [stop, stopPointing, stopLeaving, stopShowing]) end();
    onCursor(null);
  };
}

function listenTo(target: EventTarget, listeners: Record<string, (event: Event) => void>): () => void {
  for (const [type, listener] of Object.entries(listeners)) target.addEventListener(type, listener);
  return () => {
    for (const [type, listener] of Object.entries(listeners)) target.removeEventListener(type, listener);
  };
}

/** Where the newest letters of a change end. */
function endOf({ steps }: Change): number {
  return steps.reduce(
    (at, { retain = 0, insert }) => at + retain + (typeof insert === 'string' ? insert.length : 0),
    0,
  );
}
