import { gql } from '@urql/core';
import { afterEach } from 'vitest';
import { cacheOf, type FeatureCache } from './cache.ts';
import { type Api, type ApiOptions, createApi } from './client.ts';
import type { FakeServer } from './testServer.ts';

export const GoalQuery = gql(`query Goal($id: ID!) { goal(id: $id) { id title state } }`);
export const ParkGoal = gql(
  `mutation ParkGoalInTest($input: ParkGoalInput!) { parkGoal(input: $input) {
    __typename ... on ParkGoalPayload { goal { id state } } ... on Fact { message } } }`,
);
export const ActivateGoal = gql(
  `mutation ActivateGoalInTest($input: ActivateGoalInput!) { activateGoal(input: $input) {
    __typename ... on ActivateGoalPayload { goal { id state } } ... on Fact { message } } }`,
);
export const AddGoal = gql(
  `mutation AddGoalInTest($input: AddGoalInput!) { addGoal(input: $input) {
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

const open: Api[] = [];
afterEach(() => {
  for (const tab of open.splice(0)) tab.close();
});

/** A tab of the browser, closed after the test. Its outbox tries again only when the test says so. */
export function openTab(server: FakeServer, storage = fakeStorage(), sockets: Partial<ApiOptions> = {}): Tab {
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
  open.push(api);
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

export const park = (tab: Tab, goalId = 'g1') =>
  tab.client.mutation(ParkGoal, { input: { goalId } }).toPromise();

/** A write that finds the server away, and waits. */
export async function parkInVain(tab: Tab, goalId?: string) {
  const turnedBack = tab.turnedBack();
  const answer = park(tab, goalId);
  await turnedBack;
  return { answer };
}

/** A page that shows the goal. */
export function show(tab: Tab): Promise<void> {
  return new Promise((resolve) => {
    tab.client.query(GoalQuery, { id: 'g1' }).subscribe(({ data }) => data && resolve());
  });
}

export const shownState = (tab: Tab) => tab.client.readQuery(GoalQuery, { id: 'g1' })?.data?.goal.state;
