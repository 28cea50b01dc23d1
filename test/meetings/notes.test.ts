import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../harness/actor.ts';
import { type Belay, startBelay } from '../harness/belay.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

async function openMeeting(): Promise<{
  mentor: Actor;
  mentee: Actor;
  mentorshipId: string;
  meetingId: string;
}> {
  const { mentor, mentee, mentorshipId } = await belay.pair();
  const { meeting } = await mentor.mutate<{ meeting: { id: string } }>(
    'planMeeting',
    {
      mentorshipId,
      startsAt: belay.clock.now().toISOString(),
      minutes: 60,
      zone: 'Europe/Zurich',
      objective: 'Write together',
    },
    'meeting { id }',
  );
  await mentor.mutate('startMeeting', { meetingId: meeting.id });
  return { mentor, mentee, mentorshipId, meetingId: meeting.id };
}

/** The updates of a stream, from its first event on. */
async function updatesOf(actor: Actor, mentorshipId: string): Promise<string[]> {
  const { mentorship } = await actor.query<{ mentorship: { seq: number } }>(
    'query($id: ID!) { mentorship(id: $id) { seq } }',
    { id: mentorshipId },
  );
  const followed = actor.follow(mentorshipId, 0, '... on NotesEdited { update }');
  const updates: string[] = [];
  for (let seq = 0; seq < mentorship.seq; ) {
    const event = await followed.next();
    seq = event.seq;
    if (event.__typename === 'NotesEdited') updates.push(String(event.update));
  }
  await followed.stop();
  return updates;
}

const stored = async (actor: Actor, meetingId: string) => {
  const { meeting } = await actor.query<{ meeting: { notes: { state: string; text: string } } }>(
    'query($id: ID!) { meeting(id: $id) { notes { state text } } }',
    { id: meetingId },
  );
  return meeting.notes;
};

function folded(updates: string[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, bytes(update));
  return doc.getText('notes').toString();
}

/** Somebody's page: a document, and what of it is still to be sent. Everything before `sent` has reached the server. */
class Page {
  readonly doc = new Y.Doc();
  readonly unsent: string[] = [];
  readonly actor: Actor;

  constructor(actor: Actor) {
    this.actor = actor;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.unsent.push(base64(update));
    });
  }

  get text(): string {
    return this.doc.getText('notes').toString();
  }

  insert(at: number, words: string): void {
    this.doc.getText('notes').insert(at % (this.text.length + 1), words);
  }

  remove(at: number, length: number): void {
    const from = at % (this.text.length + 1);
    this.doc.getText('notes').delete(from, Math.min(length, this.text.length - from));
  }

  receive(update: string): void {
    Y.applyUpdate(this.doc, bytes(update), 'server');
  }
}

type Step = { page: 0 | 1 } & (
  | { do: 'insert'; at: number; words: string }
  | { do: 'remove'; at: number; length: number }
  | { do: 'send'; times: number }
  | { do: 'receive' }
);

const page = fc.constantFrom<0 | 1>(0, 1);
const at = fc.nat(60);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ page, do: fc.constant('insert' as const), at, words: words() }) },
  { weight: 2, arbitrary: fc.record({ page, do: fc.constant('remove' as const), at, length: fc.nat(8) }) },
  {
    weight: 3,
    arbitrary: fc.record({ page, do: fc.constant('send' as const), times: fc.integer({ min: 0, max: 2 }) }),
  },
  { weight: 2, arbitrary: fc.record({ page, do: fc.constant('receive' as const) }) },
);

function words(): fc.Arbitrary<string> {
  return fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !text.includes('\0'));
}

describe('notes that two people type at once', () => {
  it('come to one text on both pages, on the server and in its events, whatever is late, lost or repeated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40 }), async (steps) => {
        const { mentor, mentee, mentorshipId, meetingId } = await openMeeting();
        const pages = [new Page(mentor), new Page(mentee)] as const;
        const send = (from: Page, update: string) =>
          from.actor.mutate('editNotes', { meetingId, update }, 'notes { text }');

        for (const move of steps) {
          const current = pages[move.page];
          if (move.do === 'insert') current.insert(move.at, move.words);
          if (move.do === 'remove') current.remove(move.at, move.length);
          if (move.do === 'receive') current.receive((await stored(current.actor, meetingId)).state);
          // Sent no time, it was lost on the way and stays in the outbox; sent twice, its answer was lost.
          if (move.do === 'send' && move.times > 0) {
            const update = current.unsent[0];
            if (!update) continue;
            for (let n = 0; n < move.times; n += 1) {
              expect((await send(current, update)).__typename).toBe('EditNotesPayload');
            }
            current.unsent.shift();
          }
        }
        await Promise.all(
          pages.map(async (mine) => {
            for (const update of mine.unsent) await send(mine, update);
          }),
        );

        const updates = await updatesOf(mentee, mentorshipId);
        for (const mine of pages) for (const update of updates) mine.receive(update);
        const { text } = await stored(mentor, meetingId);
        expect(pages.map((mine) => mine.text)).toEqual([text, text]);
        expect(folded(updates)).toBe(text);
        expect(folded([...updates].reverse().concat(updates))).toBe(text);
      }),
      { numRuns: 12, interruptAfterTimeLimit: 45_000 },
    );
  });

  it('survive noise: whatever bytes arrive, the answer is typed and the notes stay', async () => {
    const { mentor, mentorshipId, meetingId } = await openMeeting();
    const page = new Page(mentor);
    page.insert(0, 'kept');
    const good = bytes(page.unsent[0] ?? '');
    await mentor.mutate('editNotes', { meetingId, update: base64(good) });
    const before = await stored(mentor, meetingId);
    const mangled = fc
      .tuple(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length))
      .map(([place, byte, end]) => {
        const copy = good.slice();
        copy[place] = byte;
        return copy.slice(0, end);
      });
    const noise = fc.uint8Array({ minLength: 0, maxLength: 200 });
    const refusals: (string | undefined)[] = [];
    await fc.assert(
      fc.asyncProperty(fc.oneof(mangled, noise), async (update) => {
        const code = await mentor.refusal('editNotes', { meetingId, update: base64(update) });
        refusals.push(code);
        expect([undefined, 'BAD_USER_INPUT']).toContain(code);
      }),
      { numRuns: 150, interruptAfterTimeLimit: 30_000 },
    );
    expect(refusals).toContain('BAD_USER_INPUT');
    // A mangled update can still be a whole one; then both what is stored and what was told say so.
    const after = await stored(mentor, meetingId);
    expect(after.text).toBe(folded(await updatesOf(mentor, mentorshipId)));
    expect(after.text).toContain(before.text);
  });
});
