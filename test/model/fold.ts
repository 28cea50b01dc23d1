import * as Y from 'yjs';

export type Json = { [key: string]: unknown };
export type Event = Json & { __typename: string; id: string; seq: number; opId: string | null };
export type Row = Json & { __typename: string; id: string };
export type Turn = { id: string; startedAt: string; endedAt: string | null; person: { id: string } };
export type Exchange = { id: string; state: string; revealedAt: unknown; mine: Json | null; theirs: unknown };

/** What somebody knows who folds the events they receive, as a page does. */
export class Fold {
  readonly rows = new Map<string, Row>();
  readonly notes = new Map<string, Y.Doc>();
  readonly exchanges = new Map<string, Exchange>();
  readonly #turns = new Map<string, { meetingId: string; turn: Turn }>();
  readonly #questions = new Map<string, string[]>();

  take(event: Event): void {
    for (const value of Object.values(event)) this.#keep(value);
    const about = (event.meeting as Json | undefined)?.id as string;
    const { turn, person, update, exchange } = event as Json;
    if (turn) this.#turns.set((turn as Turn).id, { meetingId: about, turn: turn as Turn });
    if (event.__typename === 'QuestionCounted') this.#count(about, (person as Row).id);
    if (event.__typename === 'NotesEdited') this.#write(about, String(update));
    if (exchange) this.#exchange(event.__typename, exchange as Exchange);
  }

  of<T extends Row>(typename: string): T[] {
    return [...this.rows.values()].filter((row): row is T => row.__typename === typename);
  }

  /** Everything, in a form that can be compared. */
  state(meetingIds: string[]) {
    return {
      rows: sorted(this.rows.values()),
      exchanges: sorted(this.exchanges.values()),
      rooms: Object.fromEntries(meetingIds.map((id) => [id, this.#room(id)])),
    };
  }

  /** Keeps the rows in an answer. Two streams may bring one moment: the newer version is the one. */
  #keep(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    for (const inner of Object.values(value)) this.#keep(inner);
    if (!('__typename' in value)) return;
    const row = value as Row;
    const key = `${row.__typename} ${row.id}`;
    const known = this.rows.get(key);
    if (row.__typename === 'Moment' && known && Number(known.version) > Number(row.version)) return;
    this.rows.set(key, row);
  }

  #count(meetingId: string, personId: string): void {
    this.#questions.set(meetingId, [...(this.#questions.get(meetingId) ?? []), personId]);
  }

  #write(meetingId: string, update: string): void {
    const doc = this.notes.get(meetingId) ?? new Y.Doc();
    this.notes.set(meetingId, doc);
    Y.applyUpdate(doc, Buffer.from(update, 'base64'));
  }

  /** One's own part comes on one's own stream alone, and what is shared on the shared one. */
  #exchange(event: string, { id, mine, revealedAt, theirs }: Exchange): void {
    const known = this.exchanges.get(id) ?? { id, state: 'OPEN', revealedAt: null, mine: null, theirs: null };
    if (event === 'ExchangeRevealed') Object.assign(known, { revealedAt, theirs });
    if (mine) known.mine = mine;
    const waiting = known.mine?.sealedAt ? 'ONE_SEALED' : 'OPEN';
    this.exchanges.set(id, { ...known, state: known.revealedAt ? 'REVEALED' : waiting });
  }

  #room(meetingId: string) {
    const turns = [...this.#turns.values()].filter((it) => it.meetingId === meetingId).map((it) => it.turn);
    const milliseconds = countBy(
      turns.filter(({ endedAt }) => endedAt !== null),
      ({ person }) => person.id,
      ({ startedAt, endedAt }) => Date.parse(endedAt ?? '') - Date.parse(startedAt),
    );
    const seconds = Object.entries(milliseconds).map(([id, sum]) => [id, Math.round(sum / 1000)] as const);
    return {
      talking: turns.find(({ endedAt }) => endedAt === null) ?? null,
      seconds: Object.fromEntries(seconds.filter(([, sum]) => sum > 0)),
      questions: countBy(this.#questions.get(meetingId) ?? [], (personId) => personId),
      notes: this.notes.get(meetingId)?.getText('notes').toString() ?? '',
    };
  }
}

export type Fresh = {
  viewer: { seq: number };
  mentorship: Json & {
    seq: number;
    rooms: { edges: { node: FreshRoom }[] };
  };
};
type FreshRoom = {
  id: string;
  talking: Turn | null;
  talkShares: { person: { id: string }; seconds: number }[];
  questionCounts: { person: { id: string }; count: number }[];
  notes: { text: string };
  exchange: Exchange | null;
};

/** The same of an answer to `READ`. */
export function readState({ viewer, mentorship }: Fresh) {
  const fold = new Fold();
  fold.take({ __typename: 'Fresh', id: '', seq: 0, opId: null, mentorship });
  const rooms = mentorship.rooms.edges.map(({ node }) => node);
  return {
    heads: { shared: mentorship.seq, own: viewer.seq },
    state: {
      rows: sorted(fold.rows.values()),
      exchanges: sorted(rooms.flatMap(({ exchange }) => exchange ?? [])),
      rooms: Object.fromEntries(
        rooms.map(({ id, talking, talkShares, questionCounts, notes }) => [
          id,
          {
            talking,
            seconds: countBy(
              talkShares,
              ({ person }) => person.id,
              ({ seconds }) => seconds,
            ),
            questions: countBy(
              questionCounts,
              ({ person }) => person.id,
              ({ count }) => count,
            ),
            notes: notes.text,
          },
        ]),
      ),
    },
  };
}

export const sorted = <T extends { id: string }>(items: Iterable<T>): T[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Sums by key, without those that come to nothing. */
function countBy<T>(items: T[], keyOf: (item: T) => string, amountOf: (item: T) => number = () => 1) {
  const sums: Record<string, number> = {};
  for (const item of items) {
    const amount = amountOf(item);
    if (amount > 0) sums[keyOf(item)] = (sums[keyOf(item)] ?? 0) + amount;
  }
  return sums;
}
