/** One change of a text: at a place so many characters taken out, and some put in. */
export interface TextEdit {
  at: number;
  removed: number;
  inserted: string;
}

/**
 * What somebody did to make `after` of `before`, with the caret where they left it. In a run of equal
 * letters only the caret tells which of them was typed. Null when nothing changed.
 */
export function editBetween(before: string, after: string, caret: number): TextEdit | null {
  if (before === after) return null;
  let tail = 0;
  const mostTail = Math.min(before.length, after.length - caret);
  while (tail < mostTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  let head = 0;
  const mostHead = Math.min(before.length, after.length) - tail;
  while (head < mostHead && before[head] === after[head]) head += 1;
  if (splitsPair(before, after, head)) head -= 1;
  if (tail > 0 && isLow(after.charCodeAt(after.length - tail))) tail -= 1;
  return {
    at: head,
    removed: before.length - head - tail,
    inserted: after.slice(head, after.length - tail),
  };
}

/** Two halves make one character beyond the basic ones: an edit takes both or none. */
const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;
const splitsPair = (before: string, after: string, head: number) =>
  head > 0 &&
  isHigh(before.charCodeAt(head - 1)) &&
  (isLow(before.charCodeAt(head)) || isLow(after.charCodeAt(head)));

/** One step of a Yjs change: keep, take out, or put in. */
export interface Step {
  retain?: number;
  delete?: number;
  insert?: unknown;
}

/** Where a place in the text is after somebody else's change. What they put in at the place stays behind it. */
export function moveThrough(place: number, steps: readonly Step[]): number {
  let at = 0;
  let moved = place;
  for (const { retain = 0, delete: removed = 0, insert } of steps) {
    if (at >= moved && removed === 0 && insert === undefined) break;
    if (typeof insert === 'string') {
      if (at < moved) moved += insert.length;
      at += insert.length;
    } else if (removed > 0) {
      if (at < moved) moved -= Math.min(removed, moved - at);
    } else at += retain;
  }
  return moved;
}
