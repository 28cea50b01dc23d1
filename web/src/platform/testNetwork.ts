import { gql } from '@urql/core';
import type { FeatureCache } from './cache.ts';
import { cacheOf } from './cache.ts';
import { type Api, type ApiOptions, createApi } from './client.ts';

/**
 * A server as the browser knows it: it answers `fetch`. It keeps goals and remembers the first answer to
 * each write's name. The line to it can be cut before a request arrives, after it was done, or half-way
 * through the answer.
 */
export type Line =
  | 'up'
  | 'down'
  | 'lost answer'
  | 'half an answer'
  | 'bad gateway'
  | 'login page'
  | 'signed out'
  | 'busy';

export interface FakeServer {
  line: Line;
  goals: Map<string, { title: string; state: string }>;
  /** Each request for a write that left the browser, in order: its mutation and its name. */
  sent: { mutation: string; opId: string; goalId?: string }[];
  /** Each write that was done, once. */
  done: string[];
  fetch: typeof fetch;
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/graphql-response+json' },
  });
const goalOf = (id: string, goal?: { title: string; state: string }) => ({ __typename: 'Goal', id, ...goal });

export function fakeServer(): FakeServer {
  const answers = new Map<string, unknown>();
  const goals = new Map([['g1', { title: 'Write the paper', state: 'ACTIVE' }]]);

  function apply(mutation: string, input: Record<string, string>) {
    if (mutation === 'addGoal') {
      const id = `g${goals.size + 1}`;
      goals.set(id, { title: String(input.title), state: 'IDEA' });
      return { addGoal: { __typename: 'AddGoalPayload', goal: goalOf(id, goals.get(id)) } };
    }
    const goal = goals.get(String(input.goalId));
    if (!goal) return null;
    const [from, to] = mutation === 'parkGoal' ? ['ACTIVE', 'PARKED'] : ['PARKED', 'ACTIVE'];
    if (goal.state !== from) {
      return { [mutation]: { __typename: 'GoalNotInState', message: 'It is not in that state.' } };
    }
    goal.state = String(to);
    const payload = mutation === 'parkGoal' ? 'ParkGoalPayload' : 'ActivateGoalPayload';
    return { [mutation]: { __typename: payload, goal: goalOf(input.goalId ?? '', goal) } };
  }

  const server: FakeServer = {
    line: 'up',
    goals,
    sent: [],
    done: [],
    async fetch(_, init) {
      if (!init?.body)
        return server.line === 'up'
          ? json({ status: 'ok' })
          : Promise.reject(new TypeError('Failed to fetch'));
      const { query, variables } = JSON.parse(String(init?.body));
      const { line } = server;
      const mutation = /mutation \w+[^{]*{\s*(\w+)/.exec(query)?.[1];
      if (mutation)
        server.sent.push({ mutation, opId: variables.input.opId, goalId: variables.input.goalId });
      if (line === 'down') throw new TypeError('Failed to fetch');
      if (line === 'bad gateway')
        return new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' });
      if (line === 'login page')
        return new Response('<h1>Welcome to Ward Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } });
      if (line === 'busy')
        return json({ errors: [{ message: 'Slow down', extensions: { code: 'RATE_LIMITED' } }] });
      if (line === 'signed out')
        return json({ errors: [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }] }, 401);
      if (!mutation) return json({ data: { goal: goalOf(variables.id, goals.get(variables.id)) } });

      const { opId } = variables.input;
      if (!answers.has(opId)) {
        const data = apply(mutation, variables.input);
        answers.set(
          opId,
          data ? { data } : { errors: [{ message: 'Nothing here', extensions: { code: 'NOT_FOUND' } }] },
        );
        server.done.push(opId);
      }
      if (line === 'lost answer') throw new TypeError('network error');
      if (line === 'half an answer')
        return new Response('{"data":{"park', { headers: { 'content-type': 'application/json' } });
      return json(answers.get(opId));
    },
  };
  return server;
}

export const GoalQuery = gql(`query Goal($id: ID!) { goal(id: $id) { id title state } }`);
export const ParkGoal = gql(
  `mutation ParkGoal($input: ParkGoalInput!) { parkGoal(input: $input) {
    __typename ... on ParkGoalPayload { goal { id state } } ... on Fact { message } } }`,
);
export const ActivateGoal = gql(
  `mutation ActivateGoal($input: ActivateGoalInput!) { activateGoal(input: $input) {
    __typename ... on ActivateGoalPayload { goal { id state } } ... on Fact { message } } }`,
);
export const AddGoal = gql(
  `mutation AddGoal($input: AddGoalInput!) { addGoal(input: $input) {
    __typename ... on AddGoalPayload { goal { id title state } } ... on Fact { message } } }`,
);

const goals: FeatureCache = {
  optimistic: {
    parkGoal: ({ input }) => ({
      __typename: 'ParkGoalPayload',
      goal: { __typename: 'Goal', id: (input as { goalId: string }).goalId, state: 'PARKED' },
    }),
  },
};

/** The browser's storage, shared by the tabs of a test. */
export function fakeStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    clear: () => items.clear(),
    get length() {
      return items.size;
    },
  };
}

export interface Tab extends Api {
  notices: string[];
  signedOut: () => number;
  /** Resolves when nothing waits any more. */
  settled: () => Promise<void>;
  /** Resolves at the next attempt that failed: the outbox has begun to wait. */
  turnedBack: () => Promise<void>;
  retry: () => void;
}

/** A tab of the browser. Its outbox tries again only when the test says so. */
export function openTab(server: FakeServer, storage: Storage, sockets: Partial<ApiOptions> = {}): Tab {
  const notices: string[] = [];
  let signedOut = 0;
  let turnBack = () => {};
  const api = createApi({
    origin: 'http://server.test',
    cache: cacheOf([goals], []),
    storage,
    locks: navigator.locks,
    notice: (sentence) => notices.push(sentence),
    onSignedOut: () => {
      signedOut += 1;
    },
    fetch: (input, init) => server.fetch(input, init),
    pause: () => {
      turnBack();
      return 2 ** 30;
    },
    ...sockets,
  });
  return {
    ...api,
    notices,
    signedOut: () => signedOut,
    settled: () =>
      new Promise((resolve) => {
        const look = () => api.outbox.waiting() === 0 && resolve();
        api.outbox.subscribe(look);
        look();
      }),
    turnedBack: () =>
      new Promise((resolve) => {
        turnBack = resolve;
      }),
    retry: () => api.outbox.wake(),
  };
}
