import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { MAX_NOTES, mergeNotes, NotesOverflow, UnusableUpdate } from './notesDocument.ts';

/** The update of a page that wrote something. */
function written(write: (doc: Y.Doc) => void, clientID?: number): Uint8Array {
  const doc = new Y.Doc();
  if (clientID !== undefined) doc.clientID = clientID;
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}

const hello = written((doc) => doc.getText('notes').insert(0, 'hello'), 7);

/** Yjs's own number format: seven bits a byte, lowest first. */
function number(n: number): number[] {
  return n < 128 ? [n] : [(n % 128) + 128, ...number(Math.floor(n / 128))];
}

const bytes = (...parts: (number | number[])[]) => new Uint8Array(parts.flat());
const NOTES = [1, 5, ...Buffer.from('notes')];

describe('merging notes', () => {
  it('starts with an empty document and returns text, state and what was new', () => {
    const merged = mergeNotes(null, hello);
    expect(merged?.text).toBe('hello');
    const elsewhere = new Y.Doc();
    Y.applyUpdate(elsewhere, merged?.change ?? new Uint8Array());
    expect(elsewhere.getText('notes').toString()).toBe('hello');
  });

  it('says null when everything was known', () => {
    const merged = mergeNotes(null, hello);
    expect(mergeNotes(merged?.state ?? null, hello)).toBeNull();
    expect(mergeNotes(null, bytes(0, 0))).toBeNull();
  });

  it('keeps of deleted text only its place', () => {
    const doc = new Y.Doc();
    doc.getText('notes').insert(0, 'a secret that was typed by mistake');
    const first = mergeNotes(null, Y.encodeStateAsUpdate(doc));
    doc.getText('notes').delete(0, doc.getText('notes').length);
    const second = mergeNotes(first?.state ?? null, Y.encodeStateAsUpdate(doc));
    expect(second?.text).toBe('');
    expect(Buffer.from(second?.state ?? []).toString('latin1')).not.toContain('secret');
  });

  it('passes on no more than what was new', () => {
    const first = mergeNotes(null, hello);
    const more = written((doc) => {
      doc.getText('notes').insert(0, 'hello');
      doc.getText('notes').insert(5, ' you');
    }, 7);
    const second = mergeNotes(first?.state ?? null, more);
    expect(second?.text).toBe('hello you');
    expect(Buffer.from(second?.change ?? []).toString('latin1')).not.toContain('hello');
  });
});

describe('an update that is refused', () => {
  const refused: [string, Uint8Array][] = [
    ['nothing at all', bytes()],
    ['bytes after its end', bytes([...hello], 0)],
    ['more structs than bytes', bytes(1, number(2 ** 40), 7, 0)],
    ['more clients than bytes', bytes(number(2 ** 52))],
    ['more deletions than bytes', bytes(0, 1, 7, number(2 ** 40))],
    ['a text longer than its bytes', bytes(1, 1, 7, 0, 4, NOTES, number(2 ** 31), 97, 0)],
    ['a client id beyond 32 bits', bytes(1, 1, number(2 ** 33), 0, 4, NOTES, 1, 97, 0)],
    ['a clock beyond bounds', bytes(1, 1, 7, 0, 1, NOTES, number(2 ** 50), 0)],
    ['a clock that overflows', bytes(1, 1, 7, number(2 ** 53 - 1), 4, NOTES, 1, 97, 0)],
    ['a number that never ends', new Uint8Array(1000).fill(255)],
    ['a struct of no kind', bytes(1, 1, 7, 0, 31, NOTES, 1, 97, 0)],
    ['text that is not UTF-8', bytes(1, 1, 7, 0, 4, NOTES, 2, 0xc3, 0x28, 0)],
    ['the null character', written((doc) => doc.getText('notes').insert(0, 'a\0b'))],
    ['another text', written((doc) => doc.getText('else').insert(0, 'x'))],
    ['a map', written((doc) => doc.getMap('notes').set('a', 1))],
    ['a nested type', written((doc) => doc.getArray('notes').insert(0, [new Y.Text('x')]))],
    ['a nested document', written((doc) => doc.getArray('notes').insert(0, [new Y.Doc()]))],
    ['formatting', written((doc) => doc.getText('notes').insert(0, 'bold', { bold: true }))],
    ['an embedded object', written((doc) => doc.getText('notes').insertEmbed(0, { image: 'x' }))],
    [
      'values deep in one another',
      bytes(1, 1, 7, 0, 8, NOTES, 1, Array(60_000).fill([117, 1]).flat(), 126, 0),
    ],
    ['the start of something that was never sent', continued()],
    ['a deletion of something that was never sent', bytes(0, 1, 7, 1, 0, 5)],
    ['a deletion of the whole number range', bytes(0, 1, 7, 1, 0, number(2 ** 53 - 1))],
    ['thousands of pieces', scattered(1001)],
  ];

  it.each(refused)('holds %s', (_name, update) => {
    const { state } = mergeNotes(
      null,
      written((doc) => doc.getText('notes').insert(0, 'kept'), 9),
    ) ?? { state: null };
    const started = performance.now();
    expect(() => mergeNotes(state, update)).toThrow(UnusableUpdate);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('was cut off anywhere', () => {
    for (let end = 0; end < hello.length; end += 1) {
      expect(() => mergeNotes(null, hello.slice(0, end))).toThrow(UnusableUpdate);
    }
  });

  it('is noise', () => {
    for (let length = 3; length < 600; length += 1) {
      expect(() => mergeNotes(null, new Uint8Array(randomBytes(length)))).toThrow(UnusableUpdate);
    }
  });

  it('would make the notes too long', () => {
    const long = written((doc) => doc.getText('notes').insert(0, 'x'.repeat(MAX_NOTES)), 7);
    const full = mergeNotes(null, long);
    expect(full?.text).toHaveLength(MAX_NOTES);
    expect(() =>
      mergeNotes(
        full?.state ?? null,
        written((doc) => doc.getText('notes').insert(0, 'y'), 8),
      ),
    ).toThrow(NotesOverflow);
  });

  it('would scatter the document', () => {
    let state: Uint8Array | null = null;
    const grow = () => {
      for (let client = 1; client <= 5; client += 1) {
        state = mergeNotes(state, scattered(1000, client))?.state ?? null;
      }
    };
    expect(grow).toThrow(NotesOverflow);
  });
});

/** Everything after the first letter, without the first letter. */
function continued(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('notes').insert(0, 'a');
  const before = Y.encodeStateVector(doc);
  doc.getText('notes').insert(1, 'b');
  return Y.encodeStateAsUpdate(doc, before);
}

/** That many letters, each a piece of its own, as none follows the one before. */
function scattered(pieces: number, client = 7): Uint8Array {
  const first = [4, NOTES, 1, 97].flat();
  const others = Array.from({ length: pieces - 1 }, (_, i) => [68, client, number(i), 1, 97].flat()).flat();
  return bytes(1, number(pieces), client, 0, first, others, 0);
}
