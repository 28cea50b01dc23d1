import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editBetween, moveThrough } from './textEdit.ts';

/** A small generator of numbers that is the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

const apply = (text: string, edit: ReturnType<typeof editBetween>) =>
  edit ? text.slice(0, edit.at) + edit.inserted + text.slice(edit.at + edit.removed) : text;

describe('editBetween', () => {
  it('knows by the caret which of equal letters was typed', () => {
    expect(editBetween('aaa', 'aaaa', 2)).toEqual({ at: 1, removed: 0, inserted: 'a' });
    expect(editBetween('aaa', 'aaaa', 4)).toEqual({ at: 3, removed: 0, inserted: 'a' });
  });

  it('finds nothing where nothing changed', () => {
    expect(editBetween('as it was', 'as it was', 3)).toBeNull();
  });

  it('never takes half a character', () => {
    expect(editBetween('a😀b', 'a😁b', 3)).toEqual({ at: 1, removed: 2, inserted: '😁' });
  });

  it('always makes the second text of the first', () => {
    const next = numbers(7);
    for (let round = 0; round < 2000; round += 1) {
      const before = Array.from({ length: next(8) }, () => 'ab😀'[next(2)]).join('');
      const at = next(before.length + 1);
      const removed = next(before.length - at + 1);
      const inserted = Array.from({ length: next(4) }, () => 'ab'[next(2)]).join('');
      const after = before.slice(0, at) + inserted + before.slice(at + removed);
      expect(apply(before, editBetween(before, after, at + inserted.length))).toBe(after);
    }
  });
});

describe('moveThrough', () => {
  it('keeps a place at its letter, whatever others do around it', () => {
    const next = numbers(11);
    for (let round = 0; round < 500; round += 1) {
      const doc = new Y.Doc();
      const text = doc.getText('notes');
      text.insert(0, 'abcdefgh');
      const place = next(9);
      const kept = Y.createRelativePositionFromTypeIndex(text, place, -1);
      let moved = place;
      text.observe(({ delta }) => {
        moved = moveThrough(moved, delta);
      });
      doc.transact(() => {
        text.insert(next(text.length + 1), 'XY');
        const at = next(text.length);
        text.delete(at, Math.min(next(4), text.length - at));
      });
      expect(moved).toBe(Y.createAbsolutePositionFromRelativePosition(kept, doc)?.index);
    }
  });
});
