import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useEffectEvent } from 'react';
import { useClient } from 'urql';
import { followStream, type StreamEvent } from './stream.ts';

/** The events a subscription's document asks for. */
export type EventOf<Data> = Extract<Data[keyof Data], StreamEvent>;

interface Follow<Data, Variables extends AnyVariables> {
  document: TypedDocumentNode<Data, Variables>;
  variables: Omit<Variables & object, 'after'>;
  /** The `seq` of the page as the server gave it; while it is undefined nothing is followed. */
  seq: number | undefined;
  /** Called for each event once, in order, after the cache has taken it in. */
  onEvent?: (event: EventOf<Data>) => void;
  /** Reads the page anew; called when the stream cannot go on from where we are. */
  refresh: () => void;
}

/** Follows a stream for as long as the page is open. */
export function useFollow<Data, Variables extends AnyVariables>(follow: Follow<Data, Variables>): void {
  const { document, variables, seq } = follow;
  const client = useClient();
  const onEvent = useEffectEvent((event: EventOf<Data>) => follow.onEvent?.(event));
  const onLost = useEffectEvent(() => follow.refresh());
  // By their text: a page writes its variables anew each time it renders.
  const text = JSON.stringify(variables);

  useEffect(() => {
    if (seq === undefined) return;
    return followStream({ client, document, variables: JSON.parse(text), seq, onEvent, onLost });
  }, [client, document, text, seq]);
}
