import type * as Db from '../generated/client/client.ts';

/** Rows by the name of their table. */
type Tables = {
  organization: Db.Organization;
  programme: Db.Programme;
  person: Db.Person;
  profile: Db.Profile;
  membership: Db.Membership;
  mentorship: Db.Mentorship;
  invitation: Db.Invitation;
  goal: Db.Goal;
  milestone: Db.Milestone;
  progress_estimate: Db.ProgressEstimate;
  meeting: Db.Meeting;
  segment: Db.Segment;
  agenda_item: Db.AgendaItem;
  action_item: Db.ActionItem;
  preparation: Db.Preparation;
  meeting_notes: Db.MeetingNotes;
  private_note: Db.PrivateNote;
  advice: Db.Advice;
  clarifying_question: Db.ClarifyingQuestion;
  talk_turn: Db.TalkTurn;
  pulse: Db.Pulse;
  usefulness_mark: Db.UsefulnessMark;
  moment: Db.Moment;
  exchange: Db.Exchange;
  exchange_entry: Db.ExchangeEntry;
  stream: Db.Stream;
  stream_event: Db.StreamEvent;
  job: Db.Job;
};
/** Each table refers to those before it only. */
const ORDER = [
  'organization',
  'programme',
  'person',
  'profile',
  'membership',
  'mentorship',
  'invitation',
  'goal',
  'milestone',
  'progress_estimate',
  'meeting',
  'segment',
  'agenda_item',
  'action_item',
  'preparation',
  'meeting_notes',
  'private_note',
  'advice',
  'clarifying_question',
  'talk_turn',
  'pulse',
  'usefulness_mark',
  'moment',
  'exchange',
  'exchange_entry',
  'stream',
  'stream_event',
  'job',
] as const satisfies (keyof Tables)[];
type Table = (typeof ORDER)[number];

/** Rows of one statement. */
const BATCH = 4000;

/** Gathers rows and writes them in few statements. */
export class Rows {
  readonly #rows = new Map<Table, object[]>();

  add<T extends Table>(table: T, row: Tables[T]): Tables[T] {
    const known = this.#rows.get(table);
    if (known) known.push(row);
    else this.#rows.set(table, [row]);
    return row;
  }

  async write(tx: Db.Prisma.TransactionClient): Promise<void> {
    for (const table of ORDER) {
      const rows = this.#rows.get(table) ?? [];
      for (let first = 0; first < rows.length; first += BATCH) {
        await insert(tx, table, rows.slice(first, first + BATCH));
      }
    }
    this.#rows.clear();
  }
}

// Prisma's createMany binds every value by itself and takes ten times as long for a hundred thousand of them; the
// table's own row type reads one JSON parameter. Names of tables and columns come from the types above, never from
// outside.
async function insert(tx: Db.Prisma.TransactionClient, table: Table, rows: object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((name) => `"${snake(name)}"`)
    .join(', ');
  const json = JSON.stringify(rows.map(toColumns));
  await tx.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns})
     SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
    json,
  );
}

const toColumns = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), toJson(value)]));

const toJson = (value: unknown) =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;

const known = new Map<string, string>();

function snake(name: string): string {
  const made = known.get(name) ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  known.set(name, made);
  return made;
}
