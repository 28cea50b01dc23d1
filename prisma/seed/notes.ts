import * as Y from 'yjs';

/** Shared notes as the server keeps them: one Yjs text, here typed by two clients in turn. */
export function notesOf(paragraphs: string[]): { state: Uint8Array<ArrayBuffer>; text: string } {
  const doc = new Y.Doc();
  const notes = doc.getText('notes');
  for (const [index, paragraph] of paragraphs.entries()) {
    doc.clientID = 1 + (index % 2);
    notes.insert(notes.length, index === 0 ? paragraph : `\n\n${paragraph}`);
  }
  return { state: new Uint8Array(Y.encodeStateAsUpdate(doc)), text: notes.toString() };
}
