import type { Client } from '@urql/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { useOnline } from '../../platform/ApiProvider.tsx';
import type { Doing, RoomPresenceSubscription } from '../../platform/generated/graphql.ts';
import { graphql } from '../../platform/generated/index.ts';

const RoomPresence = graphql(`
  subscription RoomPresence($meetingId: ID!) {
    presence(meetingId: $meetingId) {
      meetingId
      people {
        doing
        cursor
        person {
          id
          isViewer
        }
      }
    }
  }
`);

const ShowPresence = graphql(`
  mutation ShowPresence($input: ShowPresenceInput!) {
    showPresence(input: $input) {
      __typename
    }
  }
`);

/** A sign fades after 20 seconds; one may get lost. */
const signEvery = 8000;
/** However fast one types or points, a sign goes out at most this often, in milliseconds. */
const signAtMost = 120;
/** Milliseconds before asking again when the server ended the subscription. */
const askAgainAfter = 3000;

export type Present = RoomPresenceSubscription['presence']['people'][number];
interface Sign {
  doing: Doing;
  cursor: string | null;
}

export interface Presence {
  /** The other one, as last heard; undefined while not here. */
  other: () => Present | undefined;
  subscribe: (listener: () => void) => () => void;
  /** Tells the other one what I do; what is left out stays. */
  show: (sign: Partial<Sign>) => void;
  /** Gives signs and listens until the returned function is called. */
  open: () => () => void;
}

/** Who is in the room. Lossy and fast, so it stands beside React's state: only who asks renders again. */
export function createPresence(client: Client, meetingId: string): Presence {
  const listeners = new Set<() => void>();
  let other: Present | undefined;
  let sign: Sign = { doing: 'READING', cursor: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOpen = false;

  function give() {
    clearTimeout(timer);
    timer = undefined;
    if (!isOpen || document.visibilityState === 'hidden') return;
    client.mutation(ShowPresence, { input: { meetingId, ...sign } }).subscribe(() => {});
  }

  function listen(): () => void {
    let again: ReturnType<typeof setTimeout> | undefined;
    const { unsubscribe } = client.subscription(RoomPresence, { meetingId }).subscribe(({ data, error }) => {
      other = data?.presence.people.find(({ person }) => !person.isViewer);
      for (const listener of listeners) listener();
      if (error) {
        again = setTimeout(() => {
          stop();
          stop = listen();
        }, askAgainAfter);
      }
    });
    let stop = () => {
      clearTimeout(again);
      unsubscribe();
    };
    return () => stop();
  }

  return {
    other: () => other,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(change) {
      const changed = { ...sign, ...change };
      if (changed.doing === sign.doing && changed.cursor === sign.cursor) return;
      sign = changed;
      timer ??= setTimeout(give, signAtMost);
    },
    open() {
      isOpen = true;
      give();
      const stopListening = listen();
      const giving = setInterval(give, signEvery);
      document.addEventListener('visibilitychange', give);
      return () => {
        isOpen = false;
        clearTimeout(timer);
        clearInterval(giving);
        document.removeEventListener('visibilitychange', give);
        stopListening();
      };
    },
  };
}

/** The presence of one room, for as long as its page is open. */
export function usePresence(meetingId: string): Presence {
  const client = useClient();
  const [presence] = useState(() => createPresence(client, meetingId));
  useEffect(() => presence.open(), [presence]);
  return presence;
}

/** What the other one does; undefined while they are not here, or nobody can know. */
export function useOtherHere(presence: Presence): Doing | undefined {
  const online = useOnline();
  const doing = useSyncExternalStore(presence.subscribe, () => presence.other()?.doing);
  return online ? doing : undefined;
}
