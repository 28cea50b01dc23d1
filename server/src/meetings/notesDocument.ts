import * as Y from 'yjs';

/** The one text of the shared document. */
export const NOTES_TEXT = 'notes';
/** Characters that can be read in it. */
export const MAX_NOTES = 20_000;
/** Bytes of one update. */
export const MAX_UPDATE = 65_536;

/** Stretches an update may be in: how long merging takes may grow with their square. */
const MAX_UPDATE_PIECES = 1000;
/** Stretches the document may be in. Two people who fill it and change it all over come to about 2,500. */
const MAX_PIECES = 4000;
/** Characters that one open page may have written so far, deleted ones too. */
const MAX_CLOCK = 10_000_000;
/** Yjs draws client ids below this. */
const MAX_CLIENT = 2 ** 32;

/** The update cannot be applied to this document; `message` says why, in words for its author. */
export class UnusableUpdate extends Error {}

/** The document would hold more than it can. */
export class NotesOverflow extends Error {}

export type MergedNotes = {
  /** The whole document as one update; of what was deleted only the place is kept. */
  state: Uint8Array<ArrayBuffer>;
  text: string;
  /** What was new in the update. */
  change: Uint8Array;
};

/** The document nobody has written in. */
export const emptyNotes = (): Uint8Array => Y.encodeStateAsUpdate(new Y.Doc());

/**
 * Merges an update from anywhere into a document of ours. What is not plain text in the one place, or builds on what
 * is not there, is refused before it costs anything; null when all of it was known.
 * @throws UnusableUpdate, NotesOverflow
 */
export function mergeNotes(state: Uint8Array | null, update: Uint8Array): MergedNotes | null {
  inspect(update);
  const doc = new Y.Doc();
  const text = doc.getText(NOTES_TEXT);
  if (state) Y.applyUpdate(doc, state);

  let change: Uint8Array | undefined;
  doc.on('update', (fresh: Uint8Array) => {
    change = fresh;
  });
  apply(doc, update);
  if (!change) return null;
  requireBounds(doc, text);
  const merged = Y.encodeStateAsUpdate(doc);
  return { state: new Uint8Array(merged), text: text.toString(), change };
}

/** Reads an update without applying it: every length in it is checked against the bytes that are there. */
function inspect(update: Uint8Array): void {
  const { structs, ds } = decode(update);
  const deletions = [...ds.clients.values()].reduce((sum, ranges) => sum + ranges.length, 0);
  if (structs.length + deletions > MAX_UPDATE_PIECES) throw new UnusableUpdate('It is in too many pieces.');
  for (const struct of structs) requirePlainText(struct);
}

function decode(update: Uint8Array) {
  let bytes: Decoder | undefined;
  class WatchedDecoder extends Y.UpdateDecoderV1 {
    constructor(decoder: Decoder) {
      super(decoder);
      bytes = decoder;
    }
  }
  try {
    const decoded = Y.decodeUpdateV2(update, WatchedDecoder);
    if (bytes?.pos === update.length) return decoded;
  } catch {
    // Yjs throws whatever it stumbles over; below is what it means.
  }
  throw new UnusableUpdate('It is no Yjs update, or not a whole one.');
}

type Decoder = ConstructorParameters<typeof Y.UpdateDecoderV1>[0];
type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

function requirePlainText(struct: Struct): void {
  const { client, clock } = struct.id;
  if (client >= MAX_CLIENT || clock + struct.length > MAX_CLOCK) {
    throw new UnusableUpdate('Its numbers are beyond what Yjs makes.');
  }
  if (struct instanceof Y.Skip) return;
  if (!(struct instanceof Y.Item) || !isPlainText(struct)) {
    throw new UnusableUpdate(`It holds something other than plain text in "${NOTES_TEXT}".`);
  }
}

function isPlainText({ content, parent, parentSub, origin, rightOrigin }: Y.Item): boolean {
  const inPlace = (parent as unknown) === NOTES_TEXT || origin !== null || rightOrigin !== null;
  if (!inPlace || parentSub !== null) return false;
  // The database's text cannot hold the null character.
  if (content instanceof Y.ContentString) return !content.str.includes('\0');
  return content instanceof Y.ContentDeleted;
}

function apply(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    throw new UnusableUpdate('It does not fit this document.');
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    throw new UnusableUpdate('It builds on something that was never sent here.');
  }
}

function requireBounds(doc: Y.Doc, text: Y.Text): void {
  const pieces = [...doc.store.clients.values()].reduce((sum, structs) => sum + structs.length, 0);
  if (text.length > MAX_NOTES || pieces > MAX_PIECES) throw new NotesOverflow();
}
