import { type GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { everything } from '../../../test/harness/everything.ts';
import { hours, minutes } from '../platform/clock.ts';
import { testDatabaseKinds } from '../platform/testDatabase.ts';
import { schema } from '../schema.ts';
import { comeToExchange, headOf, openRoom, part, type Room } from './testRoom.ts';

/*
 * The attack: everything that one side can read, before and after the other side drafts and seals alone. It must be the
 * same to the last byte, but for the server's own clock.
 */

const SECRET = 'only for the envelope';

/** One query for each field of a thing that can be looked up, so that none costs more than it may. */
function looks(root: string, id?: string): string[] {
  const field = (schema.getQueryType() as GraphQLObjectType).getFields()[root];
  if (!field) throw new Error(`there is no query ${root}`);
  const type = getNamedType(field.type) as GraphQLObjectType;
  const argument = id ? `(id: ${JSON.stringify(id)})` : '';
  return Object.values(type.getFields()).flatMap((part) => {
    const named = getNamedType(part.type);
    if (part.name === 'serverTime') return [];
    const inside = isLeafType(named) ? '' : ` { ${everything(named, 2)} }`;
    const page = named.name.endsWith('Connection') ? '(first: 5)' : '';
    return [`{ ${root}${argument} { ${part.name}${page}${inside} } }`];
  });
}

/** All that somebody gets to see of a room and of an exchange, and all that they are refused. */
async function spy(actor: Actor, room: Room, exchangeId: string): Promise<string> {
  const { mentor, mentee, mentorshipId, meetingId } = room;
  const queries = [
    ...looks('viewer'),
    ...looks('mentorship', mentorshipId),
    ...looks('meeting', meetingId),
    ...looks('person', mentor.id),
    ...looks('person', mentee.id),
  ];
  const answers: unknown[] = await Promise.all(queries.map(async (query) => [query, await actor.ask(query)]));
  const current =
    '... on Outdated { current { ... on Exchange { state mine { version } theirs { version } } } }';
  const tries = [
    ['saveExchangeDraft', { exchangeId, version: 77, helped: 'x' }],
    ['sealExchange', { exchangeId, ...part('x'), ratings: [] }],
    ['editMoment', { momentId: exchangeId, version: 1 }],
  ] as const;
  for (const [name, input] of tries) {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const inside =
      name === 'editMoment' ? '' : `... on Fact { message } ${name === 'sealExchange' ? '' : current}`;
    answers.push(
      await actor.ask(`mutation($input: ${type}) { ${name}(input: $input) { __typename ${inside} } }`, {
        input,
      }),
    );
  }
  return JSON.stringify(answers, null, 1);
}

const EVERY_EVENT = schema
  .getPossibleTypes(schema.getType('MentorshipEvent') as never)
  .map(
    ({ name }) =>
      `... on ${name} { at ${name.startsWith('Exchange') ? `exchange { ${everything(schema.getType('Exchange') as GraphQLObjectType, 2)} }` : ''} }`,
  )
  .join(' ');

describe.each(testDatabaseKinds)('an exchange that one side has sealed, on the %s database', (database) => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay({ database });
  });
  afterAll(() => belay.close());

  async function sealAlone({ mentor }: Room, exchangeId: string): Promise<void> {
    await mentor.mutate('saveExchangeDraft', { exchangeId, version: 0, helped: SECRET });
    await mentor.mutate('sealExchange', { exchangeId, ...part(SECRET, 1), opId: 'the seal' });
    await mentor.mutate('sealExchange', { exchangeId, ...part(SECRET, 1), opId: 'the seal' });
    await mentor.mutate('sealExchange', { exchangeId, ...part('again', 2) });
  }

  it('looks to the other side exactly as if nothing had been written, while live and when it closes', async () => {
    const room = await openRoom(belay);
    const exchangeId = await comeToExchange(room);
    const before = await spy(room.mentee, room, exchangeId);
    await sealAlone(room, exchangeId);
    expect(await spy(room.mentee, room, exchangeId)).toBe(before);
    expect(before).not.toMatch(/INTERNAL_SERVER_ERROR|TOO_COSTLY|GRAPHQL_VALIDATION_FAILED/);
    expect(before).toContain(exchangeId);

    await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
    expect(await spy(room.mentee, room, exchangeId)).not.toContain(SECRET);
    belay.clock.advance(hours(48) + minutes(1));
    await belay.settle();
    expect(await spy(room.mentee, room, exchangeId)).not.toContain(SECRET);
    expect(await spy(room.mentor, room, exchangeId)).toContain(SECRET);
  });

  it('shows a third person and a stranger nothing at all, before and after', async () => {
    const room = await openRoom(belay);
    const exchangeId = await comeToExchange(room);
    const [other, nobody] = [await belay.person(), belay.stranger()];
    const before = [await spy(other, room, exchangeId), await spy(nobody, room, exchangeId)];
    await sealAlone(room, exchangeId);
    expect([await spy(other, room, exchangeId), await spy(nobody, room, exchangeId)]).toEqual(before);
    await room.mentee.mutate('sealExchange', { exchangeId, ...part(SECRET) });
    expect((await spy(room.mentee, room, exchangeId)).includes(SECRET)).toBe(true);
    expect(await spy(other, room, exchangeId)).toBe(before[0]);
    expect(await spy(nobody, room, exchangeId)).toBe(before[1]);
  });

  it('sends the other side the same frames as an exchange in which nobody has written', async () => {
    const frames = await Promise.all([true, false].map((sealed) => framesOfEvening(sealed)));
    expect(frames[0]?.join()).toContain('ExchangeOpened');
    expect(frames[0]).toEqual(frames[1]);
  });

  /** What the mentee's three subscriptions bring from the exchange to its closing, ids and times taken out. */
  async function framesOfEvening(sealed: boolean): Promise<string[]> {
    const room = await openRoom(belay);
    const { mentor, mentee, mentorshipId, meetingId } = room;
    const frames: string[] = [];
    const heard = (frame: unknown) => frames.push(JSON.stringify(frame));
    /** What an event refers to is read when it is sent, so each is awaited before the next thing is done. */
    async function hearUntil(typename: string) {
      for (;;) {
        const event = await shared.next();
        heard(event);
        if (event.__typename === typename) return;
      }
    }
    const shared = mentee.follow(mentorshipId, await headOf(mentee, mentorshipId), EVERY_EVENT);
    const own = mentee.followOwn(0);
    const present = mentee.subscribe(
      'subscription($id: ID!) { presence(meetingId: $id) { people { person { id } doing } } }',
      { id: meetingId },
      'presence',
    );
    heard(await present.next());

    const exchangeId = await comeToExchange(room);
    await hearUntil('ExchangeOpened');
    if (sealed) await sealAlone(room, exchangeId);
    await mentor.mutate('givePulse', { meetingId, kind: 'HELPFUL' });
    await hearUntil('PulseGiven');
    await mentor.mutate('endMeeting', { meetingId });
    await hearUntil('MeetingEnded');
    await mentee.mutate('keepMoment', { meetingId, kind: 'INSIGHT', audience: 'MINE' });
    heard(await own.next());
    await mentor.query(
      'mutation($input: ShowPresenceInput!) { showPresence(input: $input) { __typename } }',
      {
        input: { meetingId, doing: 'READING' },
      },
    );
    heard(await present.next());
    await Promise.all([shared.stop(), own.stop(), present.stop()]);
    return withoutNames(frames);
  }

  // The embedded database has one session: there everything waits for everything, sealed or not.
  if (database === 'postgres') {
    it('is sealed without the lock that the other side’s commands wait for', async () => {
      const room = await openRoom(belay);
      const exchangeId = await comeToExchange(room);
      await belay.app.services.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`UPDATE stream SET seq = seq WHERE id = ${room.mentorshipId}::uuid`;
        await sealAlone(room, exchangeId);
      });
      await belay.app.services.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`UPDATE stream SET seq = seq WHERE id = ${room.mentor.id}::uuid`;
        await room.mentee.mutate('saveExchangeDraft', { exchangeId, version: 0, helped: 'Mine' });
        await room.mentee.mutate('givePulse', { meetingId: room.meetingId, kind: 'HELPFUL' });
      });
    });
  }
});

/** Ids by the order in which they appear; times gone. */
function withoutNames(frames: string[]): string[] {
  const seen = new Map<string, string>();
  const name = (id: string) => seen.get(id) ?? seen.set(id, `#${seen.size}`).get(id) ?? '';
  return frames.map((frame) =>
    frame
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, name)
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then'),
  );
}
