import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import type { Pair } from '../harness/story.ts';

let belay: Belay;
let pair: Pair;
beforeAll(async () => {
  belay = await startBelay();
  pair = await belay.pair();
});
afterAll(() => belay?.close());

const refusalOf = async (query: string, variables = {}) => {
  const { data, errors } = await pair.mentor.ask(query, variables);
  return { data, extensions: errors?.[0]?.extensions };
};
const refused = (what: string) => ({ data: undefined, extensions: { code: 'TOO_COSTLY', what } });

describe('an operation that asks for too much is refused before it runs', () => {
  const deep = (levels: number) => `{ mentorship(id: "${pair.mentorshipId}") { ${nest(levels)} } }`;
  const nest = (levels: number): string =>
    levels === 0 ? 'id' : `goals(first: 1) { edges { node { mentorship { ${nest(levels - 1)} } } } }`;

  test('by depth', async () => {
    expect(await refusalOf(deep(5))).toMatchObject(refused('depth'));
    expect((await refusalOf(deep(3))).extensions).toBeUndefined();
  });

  test('by depth that hides in fragments', async () => {
    const spread = 'fragment A on Mentorship { goals(first: 1) { edges { node { mentorship { ...B } } } } }';
    const again = spread.replace('A on', 'B on').replace('...B', '...C');
    const more = spread.replace('A on', 'C on').replace('...B', '...D');
    const last = spread.replace('A on', 'D on').replace('...B', 'id');
    const query = `{ mentorship(id: "${pair.mentorshipId}") { ...A } } ${spread} ${again} ${more} ${last}`;
    expect(await refusalOf(query)).toMatchObject(refused('depth'));
  });

  test('by aliases, of __typename too', async () => {
    const many = Array.from({ length: 61 }, (_, i) => `a${i}: __typename`).join(' ');
    expect(await refusalOf(`{ ${many} }`)).toMatchObject(refused('aliases'));
  });

  test('by aliases that fragments multiply', async () => {
    const ten = Array.from({ length: 10 }, (_, i) => `a${i}: state`).join(' ');
    const uses = Array.from(
      { length: 7 },
      (_, i) => `m${i}: mentorship(id: "${pair.mentorshipId}") { ...T }`,
    ).join(' ');
    expect(await refusalOf(`{ ${uses} } fragment T on Mentorship { ${ten} }`)).toMatchObject(
      refused('aliases'),
    );
  });

  test('by directives', async () => {
    const query = `{ viewer { __typename ${'... @include(if: true) { __typename } '.repeat(51)} } }`;
    expect(await refusalOf(query)).toMatchObject(refused('directives'));
  });

  test('by tokens', async () => {
    const query = `{ ${'__typename '.repeat(4100)} }`;
    expect(await refusalOf(query)).toMatchObject(refused('tokens'));
  });

  test('by cost: lists in lists multiply, variables count', async () => {
    const query = `query($n: Int) { mentorship(id: "${pair.mentorshipId}") {
      goals(first: $n) { edges { node { mentorship { goals(first: $n) { edges { node { id } } } } } } } } }`;
    expect(await refusalOf(query, { n: 100 })).toMatchObject(refused('cost'));
    expect((await refusalOf(query, { n: 5 })).extensions).toBeUndefined();
  });

  test('by cost: a full page of things with small lists in them is no more than it brings', async () => {
    const query = `{ mentorship(id: "${pair.mentorshipId}") {
      goals(first: 100) { edges { node { milestones { goal { id } } } } } } }`;
    expect((await refusalOf(query)).extensions).toBeUndefined();
  });

  test('a bomb of fragments is measured in linear time and refused', async () => {
    const fragments = Array.from(
      { length: 40 },
      (_, i) =>
        `fragment F${i} on Mentorship { other { id } ...F${i + 1} ... on Mentorship { ...F${i + 1} } }`,
    ).join(' ');
    const query = `{ mentorship(id: "${pair.mentorshipId}") { ...F0 } } ${fragments} fragment F40 on Mentorship { other { id } }`;
    expect(await refusalOf(query)).toMatchObject(refused('cost'));
  });

  test.each([101, 0, -1, 2_000_000_000])('a page of %i is refused with the reason', async (first) => {
    const query =
      'query($id: ID!, $n: Int) { mentorship(id: $id) { goals(first: $n) { edges { cursor } } } }';
    expect(await refusalOf(query, { id: pair.mentorshipId, n: first })).toMatchObject({
      data: undefined,
      extensions: { code: 'BAD_USER_INPUT', issues: [{ path: ['goals', 'first'] }] },
    });
  });

  test('a cursor that we never gave out is refused', async () => {
    const query =
      'query($id: ID!, $c: String) { mentorship(id: $id) { goals(after: $c) { edges { cursor } } } }';
    const codeOf = async (c: string) =>
      (await refusalOf(query, { id: pair.mentorshipId, c })).extensions?.code;
    expect(await codeOf('nonsense')).toBe('BAD_USER_INPUT');
    expect(await codeOf(Buffer.from('GPC:S:no').toString('base64'))).toBe('NOT_FOUND');
  });
});

test('introspection itself is within the limits', async () => {
  const { errors, data } = await pair.mentor.ask(getIntrospectionQuery());
  expect(errors).toBeUndefined();
  expect(data).toHaveProperty('__schema');
});

test('introspection that goes round in circles is refused', async () => {
  const circle = (n: number): string => (n === 0 ? 'name' : `fields { type { ${circle(n - 1)} } }`);
  const { data, errors } = await pair.mentor.ask(`{ __schema { types { ${circle(6)} } } }`);
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
});

describe('in production', () => {
  let production: Belay;
  beforeAll(async () => {
    production = await startBelay({ production: true });
  });
  afterAll(() => production?.close());

  test('a stranger gets no schema and no suggestion', async () => {
    const introspection = await production.stranger().ask('{ __schema { queryType { name } } }');
    expect(introspection.data).toBeUndefined();
    expect(introspection.errors?.[0]?.message).toContain('signed in');
    const typo = await production.stranger().ask('{ viewr { email } }');
    expect(typo.errors?.[0]?.message).not.toContain('Did you mean');
  });

  test('whoever is signed in gets both', async () => {
    const person = await production.person();
    expect((await person.ask('{ __schema { queryType { name } } }')).data).toHaveProperty('__schema');
    expect((await person.ask('{ viewr { email } }')).errors?.[0]?.message).toContain('Did you mean');
  });
});
