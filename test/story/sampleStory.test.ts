import { createHash, randomBytes } from 'node:crypto';
import { demoEmails, seedSampleStory } from '@belay/prisma/seed';
import {
  buildSchema,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
} from 'graphql';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actor, type FollowedEvent } from '../harness/actor.ts';
import { type Belay, startBelay } from '../harness/belay.ts';
import { everything } from '../harness/everything.ts';

let belay: Belay;
let schema: GraphQLSchema;
beforeAll(async () => {
  belay = await startBelay();
  await seedSampleStory(belay.app.services.prisma, { now: belay.clock.now() });
  schema = buildSchema(await (await fetch(`${belay.url}/schema.graphql`)).text());
});
afterAll(() => belay.close());

/** Somebody of the story, with a token. */
async function actorOf(email: string): Promise<Actor> {
  const { prisma } = belay.app.services;
  const { id, name } = await prisma.person.findUniqueOrThrow({ where: { email } });
  const token = `belay_pat_${randomBytes(32).toString('base64url')}`;
  const now = belay.clock.now();
  await prisma.personalToken.create({
    data: {
      id: uuidv7(),
      personId: id,
      name: 'test',
      hash: createHash('sha256').update(token).digest('hex'),
      hint: token.slice(0, 14),
      createdAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
    },
  });
  return new Actor({ url: belay.url, id, name, email, token });
}

/** One query for each field of a thing, so that none costs more than it may. */
function looks(root: string, id?: string): string[] {
  const field = schema.getQueryType()?.getFields()[root];
  const type = getNamedType(field?.type ?? null) as GraphQLObjectType;
  const argument = id ? `(id: ${JSON.stringify(id)})` : '';
  return Object.values(type.getFields()).map((part) => {
    const named = getNamedType(part.type);
    const page = named.name.endsWith('Connection') ? '(first: 5)' : '';
    return `{ ${root}${argument} { ${part.name}${page}${isLeafType(named) ? '' : ` { ${everything(named, 2)} }`} } }`;
  });
}

type Mentorships = {
  viewer: {
    mentorships: { edges: { node: { id: string; seq: number } }[] };
    nextMeetings: { id: string; state: string; leader: { id: string } | null }[];
    activeGoals: { id: string }[];
    exchangesToSeal: { id: string; state: string }[];
    invitationsReceived: { id: string }[];
  };
};

const home = (actor: Actor) =>
  actor.query<Mentorships>(
    `{ viewer { mentorships(first: 50) { edges { node { id seq } } } nextMeetings { id state leader { id } }
      activeGoals { id } exchangesToSeal { id state } invitationsReceived { id } } }`,
  );

/** All fields of an event; the few that mean different things in different events under names of their own. */
function fieldsOf(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields()).flatMap(({ name, type: given }) => {
    const named = getNamedType(given);
    if (!isLeafType(named)) return name === 'actor' ? [] : [`${name} { ${everything(named, 1)} }`];
    return ['state', 'reason'].includes(name) ? [`${type.name}_${name}: ${name}`] : [name];
  });
}

/** What a seeded stream still holds, each event with all its fields. */
async function eventsOf(actor: Actor, streamId: string, head: number): Promise<FollowedEvent[]> {
  const { _min } = await belay.app.services.prisma.streamEvent.aggregate({
    where: { streamId },
    _min: { seq: true },
  });
  const first = _min.seq ?? head + 1;
  const selection = schema
    .getPossibleTypes(schema.getType('MentorshipEvent') as GraphQLInterfaceType)
    .map((type) => `... on ${type.name} { ${fieldsOf(type).join(' ')} }`)
    .join(' ');
  const followed = actor.follow(streamId, first - 1, selection);
  const events: FollowedEvent[] = [];
  for (let seq = first; seq <= head; seq += 1) events.push(await followed.next());
  await followed.stop();
  return events;
}

describe('the sample story', () => {
  it('is told to each of those whom anybody may be, whole and without one error', async () => {
    for (const email of demoEmails) {
      const actor = await actorOf(email);
      const { viewer } = await home(actor);
      const queries = [
        ...looks('viewer'),
        ...viewer.mentorships.edges.flatMap(({ node }) => looks('mentorship', node.id)),
        ...viewer.nextMeetings.flatMap(({ id }) => looks('meeting', id)),
        ...viewer.activeGoals.flatMap(({ id }) => looks('goal', id)),
      ];
      const answers = await Promise.all(
        queries.map(async (query) => ({ query, ...(await actor.ask(query)) })),
      );
      expect(answers.filter(({ errors }) => errors)).toEqual([]);
    }
  });

  it('begins with a live meeting in which both have written', async () => {
    const [mentee, mentor] = await Promise.all(demoEmails.slice(0, 2).map(actorOf));
    if (!mentee || !mentor) throw new Error('the first two are in the live meeting');
    const live = (await home(mentee)).viewer.nextMeetings[0];
    expect(live).toMatchObject({ state: 'LIVE', leader: { id: mentor.id } });
    const { meeting } = await mentor.query<{ meeting: Record<string, { author: { id: string } }[]> }>(
      'query($id: ID!) { meeting(id: $id) { pulses { author { id } } usefulness { author { id } } agenda { author { id } } } }',
      { id: live?.id },
    );
    for (const written of [meeting.pulses, meeting.usefulness]) {
      expect(new Set(written?.map(({ author }) => author.id))).toEqual(new Set([mentor.id, mentee.id]));
    }
    const outcome = await mentee.mutate('givePulse', { meetingId: live?.id, kind: 'HELPFUL' });
    expect(outcome.__typename).toBe('GivePulsePayload');
  });

  it('holds somebody with two mentors, an open invitation, exchanges to seal, and nothing at all', async () => {
    const [, , arjun, noor, theo] = await Promise.all(demoEmails.map(actorOf));
    if (!arjun || !noor || !theo) throw new Error('they are in the story');
    const [ofArjun, ofNoor, ofTheo] = [await home(arjun), await home(noor), await home(theo)];
    expect(ofArjun.viewer.mentorships.edges).toHaveLength(2);
    expect(ofArjun.viewer.activeGoals).toHaveLength(2);
    expect(ofArjun.viewer.exchangesToSeal).toMatchObject([{ state: 'OPEN' }]);
    expect(ofNoor.viewer.invitationsReceived).toHaveLength(1);
    expect(ofTheo.viewer).toEqual({
      mentorships: { edges: [] },
      nextMeetings: [],
      activeGoals: [],
      exchangesToSeal: [],
      invitationsReceived: [],
    });
  });

  it('has streams whose kept events follow one another to the head, and say what they say', async () => {
    let told = 0;
    for (const email of demoEmails.slice(0, 3)) {
      const actor = await actorOf(email);
      for (const { node } of (await home(actor)).viewer.mentorships.edges) {
        const events = await eventsOf(actor, node.id, node.seq);
        const first = node.seq - events.length + 1;
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => first + index));
        told += events.length;
      }
    }
    expect(told).toBeGreaterThan(200);
  });

  it('goes on: what it left for later happens in its time', async () => {
    belay.clock.advance(49 * 3_600_000);
    await belay.settle();
    const { prisma } = belay.app.services;
    expect(
      await prisma.exchange.count({ where: { state: 'OPEN', closesAt: { lte: belay.clock.now() } } }),
    ).toBe(0);
    expect(await prisma.job.count({ where: { lastError: { not: null } } })).toBe(0);
    expect(await prisma.meeting.count({ where: { state: 'LIVE' } })).toBe(0);
  });
});
