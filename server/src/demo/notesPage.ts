import * as Y from 'yjs';
import type { PublicApi } from './publicApi.ts';

/** The shared notes as somebody has them open, and their hand in them. */
export class NotesPage {
  readonly #api: PublicApi;
  readonly #meetingId: string;
  readonly #doc = new Y.Doc();
  #unsent: Uint8Array[] = [];

  constructor(api: PublicApi, meetingId: string, state: string) {
    this.#api = api;
    this.#meetingId = meetingId;
    this.receive(state);
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#unsent.push(update);
    });
  }

  get #text(): Y.Text {
    return this.#doc.getText('notes');
  }

  receive(update: string): void {
    Y.applyUpdate(this.#doc, Buffer.from(update, 'base64'), 'server');
  }

  /** Types some letters of a line; the first begins a line of its own. Returns the place of the cursor after them. */
  async type(letters: string, { newLine }: { newLine: boolean }): Promise<string> {
    const text = this.#text.toString();
    const gap = newLine && text !== '' && !text.endsWith('\n') ? '\n' : '';
    this.#text.insert(this.#text.length, gap + letters);
    const update = Y.mergeUpdates(this.#unsent);
    this.#unsent = [];
    await this.#api.write('editNotes', {
      meetingId: this.#meetingId,
      update: Buffer.from(update).toString('base64'),
    });
    return this.#cursor();
  }

  /** As our own pages write it: the two ends of a selection, each at its letter. */
  #cursor(): string {
    const end = Y.createRelativePositionFromTypeIndex(this.#text, this.#text.length, -1);
    const place = Buffer.from(Y.encodeRelativePosition(end)).toString('base64');
    return JSON.stringify([place, place]);
  }
}
