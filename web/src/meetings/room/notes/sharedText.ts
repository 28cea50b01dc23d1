import * as Y from 'yjs';
import { fromBase64, toBase64 } from './base64.ts';
import type { TextEdit } from './textEdit.ts';

/** The server's name of the one text, and what it holds in characters. */
const textName = 'notes';
export const mostCharacters = 20_000;
/** Edits are gathered so long before they leave, in milliseconds; longer while nobody would receive them. */
const gatherFor = 150;
const gatherOffline = 1500;

const typed = Symbol('typed here');
const received = Symbol('received');

interface Options {
  /** The whole document as one Yjs update, in base64. */
  state: string;
  /** Sends an update; resolves with why it was refused, or null when it was taken. */
  send: (update: string) => Promise<string | null>;
  isOnline: () => boolean;
}

/** A change that did not come from this page's keyboard. */
export interface Change {
  steps: Y.YTextEvent['delta'];
  /** Taken back or done again by its own author. */
  undone: boolean;
}

export interface SharedText {
  read: () => string;
  edit: (edit: TextEdit) => void;
  receive: (update: string) => void;
  /** What is received waits until `release`. */
  hold: () => void;
  release: () => void;
  undo: () => void;
  redo: () => void;
  onChange: (listener: (change: Change) => void) => () => void;
  /** Why what was typed last has not been taken; null when all is well. */
  problem: () => string | null;
  onProblem: (listener: () => void) => () => void;
  /** A selection as something that stays at its letters while others type. */
  point: (anchor: number, head: number) => string;
  /** Where such a selection is now; null while its letters have not arrived. */
  find: (pointer: string) => { anchor: number; head: number } | null;
  flush: () => void;
  close: () => void;
}

/** One text that several people type in at once, and what of it has been sent. */
export function openSharedText({ state, send, isOnline }: Options): SharedText {
  const doc = new Y.Doc();
  const text = doc.getText(textName);
  const history = new Y.UndoManager(text, { trackedOrigins: new Set([typed]), captureTimeout: 600 });
  const changed = new Set<(change: Change) => void>();
  const told = new Set<() => void>();
  let unsent: Uint8Array[] = [];
  let held: string[] | null = null;
  let problem: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  Y.applyUpdate(doc, fromBase64(state), received);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === received) return;
    unsent.push(update);
    timer ??= setTimeout(flush, isOnline() ? gatherFor : gatherOffline);
  });
  text.observe(({ delta }, { origin }) => {
    if (origin === typed) return;
    for (const listener of changed) listener({ steps: delta, undone: origin === history });
  });

  function receive(update: string) {
    if (held) held.push(update);
    else Y.applyUpdate(doc, fromBase64(update), received);
  }

  function tell(words: string | null) {
    if (problem === words) return;
    problem = words;
    for (const listener of told) listener();
  }

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (unsent.length === 0) return;
    const update = Y.mergeUpdates(unsent);
    unsent = [];
    void deliver(update);
  }

  /** What was refused is kept, and goes along with the next thing that is typed. */
  async function deliver(update: Uint8Array) {
    const refusal = await send(toBase64(update));
    if (refusal !== null) unsent.unshift(update);
    tell(refusal);
  }

  return {
    read: () => text.toString(),
    edit({ at, removed, inserted }) {
      doc.transact(() => {
        if (removed > 0) text.delete(at, removed);
        if (inserted) text.insert(at, inserted);
      }, typed);
    },
    receive,
    hold() {
      held ??= [];
    },
    release() {
      const waiting = held ?? [];
      held = null;
      for (const update of waiting) receive(update);
    },
    undo: () => void history.undo(),
    redo: () => void history.redo(),
    onChange: (listener) => listen(changed, listener),
    problem: () => problem,
    onProblem: (listener) => listen(told, listener),
    point(anchor, head) {
      const places = [anchor, head].map((place) => Y.createRelativePositionFromTypeIndex(text, place, -1));
      return JSON.stringify(places.map((place) => toBase64(Y.encodeRelativePosition(place))));
    },
    find: (pointer) => findIn(doc, pointer),
    flush,
    close() {
      flush();
      history.destroy();
      doc.destroy();
    },
  };
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function findIn(doc: Y.Doc, pointer: string): { anchor: number; head: number } | null {
  try {
    const [anchor, head] = (JSON.parse(pointer) as string[]).map(
      (place) =>
        Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(place)), doc)?.index,
    );
    return anchor === undefined || head === undefined ? null : { anchor, head };
  } catch {
    // Another program may show a cursor of its own making.
    return null;
  }
}
