import { printedSchema } from '@belay/server/printedSchema';
import { buildSchema, type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../harness/actor.ts';
import { type Belay, startBelay } from '../harness/belay.ts';
import { everything } from '../harness/everything.ts';
import { readers } from './matrix.ts';
import { buildWorld, MARKS, type World } from './world.ts';
import { writes } from './writes.ts';

const schema = buildSchema(printedSchema());
const queries = (schema.getQueryType() as GraphQLObjectType).getFields();
const mutations = (schema.getMutationType() as GraphQLObjectType).getFields();

let belay: Belay;
let world: World;
beforeAll(async () => {
  belay = await startBelay();
  world = await buildWorld(belay);
});
afterAll(() => belay?.close());

describe('the matrix', () => {
  test('has a row for every field, and no field twice', () => {
    const rows = Object.values(readers).flatMap((types) =>
      Object.entries(types).flatMap(([type, fields]) => fields.split(' ').map((field) => `${type}.${field}`)),
    );
    expect(rows.sort()).toEqual(fieldsOfTheSchema().sort());
  });

  test('has a row for every mutation', () => {
    expect(Object.keys(writes).sort()).toEqual(Object.keys(mutations).sort());
  });
});

/** Roots, payloads and pages carry nothing of their own. */
function fieldsOfTheSchema(): string[] {
  const roots = ['Query', 'Mutation', 'Subscription', 'PageInfo'];
  return Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
    .filter(({ name }) => !roots.includes(name) && !/(Payload|Connection|ConnectionEdge)$/.test(name))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
}

/** Every field of everything that can be asked for, two things deep, with every id there is. */
function looks(ids: string[]): string[] {
  return Object.values(queries).flatMap((root) => {
    const type = getNamedType(root.type);
    if (isLeafType(type)) return [`{ ${root.name} }`];
    const argument = root.args[0]?.name;
    const places = argument ? ids.map((id) => `${root.name}(${argument}: "${id}")`) : [root.name];
    return places.flatMap((place) =>
      Object.values((type as GraphQLObjectType).getFields()).map((field) => {
        const named = getNamedType(field.type);
        const page = named.name.endsWith('Connection') ? '(first: 5)' : '';
        const inside = isLeafType(named) ? '' : `{ ${everything(named, 2)} }`;
        return `{ ${place} { __typename ${field.name}${page} ${inside} } }`;
      }),
    );
  });
}

async function crawl(actor: Actor): Promise<string> {
  const ids = [...Object.values(world.ids), world.mentor.id, world.mentee.id];
  const answers: string[] = [];
  for (const query of looks(ids)) {
    const { data, errors } = await actor.ask(query);
    for (const { extensions } of errors ?? []) {
      expect(['NOT_FOUND', 'UNAUTHENTICATED'], `${query} as ${actor.name}`).toContain(extensions?.code);
    }
    answers.push(JSON.stringify(data ?? null));
  }
  return answers.join('\n');
}

describe('whoever walks every path of the schema', () => {
  test('as a stranger finds nothing', async () => {
    const found = await crawl(world.stranger);
    for (const mark of Object.values(MARKS)) expect(found).not.toContain(mark);
    for (const id of Object.values(world.ids)) expect(found).not.toContain(id);
    expect(found).not.toContain(world.mentor.name === world.mentee.name ? 'nobody' : world.mentee.email);
  });

  test('as somebody else with an account finds nothing of theirs', async () => {
    const found = await crawl(world.outsider);
    for (const mark of Object.values(MARKS)) expect(found).not.toContain(mark);
    for (const id of Object.values(world.ids)) expect(found).not.toContain(id);
    expect(found).not.toContain(world.mentor.id);
    expect(found).not.toContain(world.mentee.id);
  });

  test('as the mentee finds what is shared and their own, and nothing that is the mentor’s alone or sealed', async () => {
    const found = await crawl(world.mentee);
    expect(found).toContain(MARKS.shared);
    expect(found).toContain(MARKS.menteeOnly);
    expect(found).not.toContain(MARKS.mentorOnly);
    expect(found).not.toContain(MARKS.mentorSealed);
    expect(found).not.toContain(world.ids.privateMoment);
    expect(found).not.toContain(world.ids.mentorsToken);
    expect(found).not.toContain(world.mentor.email);
  });

  test('as the mentor finds what is shared, their own and their own sealed part', async () => {
    const found = await crawl(world.mentor);
    for (const mark of [MARKS.shared, MARKS.mentorOnly, MARKS.mentorSealed]) expect(found).toContain(mark);
    expect(found).not.toContain(MARKS.menteeOnly);
    expect(found).not.toContain(world.mentee.email);
  });
});

/** Every row of every table, as the database has it; the noting of when a token was last used apart. */
async function everyRow(): Promise<string> {
  const { pool } = belay.app.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN
       ('_prisma_migrations', 'personal_token', 'job') ORDER BY tablename`,
  );
  const contents: unknown[] = [];
  for (const { name } of tables) {
    contents.push(
      name,
      (await pool.query(`SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY to_jsonb(t)::text`)).rows,
    );
  }
  return JSON.stringify(contents);
}

describe('somebody else who names what belongs to the two', () => {
  const tries = Object.entries(writes).flatMap(([name, input]) =>
    input === 'own' ? [] : [[name, input] as const],
  );

  test.each(tries)('%s is NOT_FOUND, and nothing has changed', async (name, input) => {
    const before = await everyRow();
    expect(
      await world.outsider.refusal(name, { ...input(world.ids, world.mentor.id), opId: undefined }),
    ).toBe('NOT_FOUND');
    expect(await everyRow()).toBe(before);
  });

  test.each(Object.keys(writes).filter((name) => name !== 'declineInvitation'))(
    '%s is UNAUTHENTICATED for a stranger, and nothing has changed',
    async (name) => {
      const before = await everyRow();
      const input = writes[name];
      const sample = typeof input === 'function' ? input(world.ids, world.mentor.id) : ownInput(name);
      expect(await world.stranger.refusal(name, sample)).toBe('UNAUTHENTICATED');
      expect(await everyRow()).toBe(before);
    },
  );

  test.each(['mentorshipEvents(mentorshipId: $id)', 'presence(meetingId: $id)'])(
    'cannot follow %s',
    async (field) => {
      const id = field.startsWith('presence') ? world.ids.live : world.ids.mentorship;
      for (const actor of [world.outsider]) {
        const client = actor.socket();
        const results = client.iterate({
          query: `subscription($id: ID!) { ${field} { __typename } }`,
          variables: { id },
        });
        const answer = await results.next().then(
          ({ value }) => value?.errors,
          (errors: unknown) => errors,
        );
        expect(JSON.stringify(answer)).toContain('NOT_FOUND');
        await client.dispose();
      }
    },
  );
});

function ownInput(name: string): Record<string, unknown> {
  const inputs: Record<string, Record<string, unknown>> = {
    createToken: { name: 'x', days: 1 },
    editProfile: { version: 1, name: 'x' },
    sendInvitation: { email: 'x@example.org', inviteeSide: 'MENTOR', words: 'x' },
    signOutEverywhere: {},
    revokeSession: { sessionId: world.ids.mentorsToken },
  };
  return inputs[name] ?? {};
}
