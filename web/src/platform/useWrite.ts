import type { AnyVariables, OperationContext, OperationResult, TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { notice } from './notices.ts';
import { type Refusal, refusalOf } from './refusal.ts';

type Answer<Data> = NonNullable<Data[Exclude<keyof Data, '__typename'>]>;

/** The member of a mutation's union that says it was done. */
export type PayloadOf<Data> = Extract<Answer<Data>, { __typename?: `${string}Payload` }>;
/** The members that say what stood in the way. */
export type FactOf<Data> = Exclude<Answer<Data>, { __typename?: `${string}Payload` }>;

export interface Write<Data, Variables> {
  /**
   * Sends it. Resolves with the payload, or null when it was refused; while the server is away it stays
   * open (the write is kept and shown as done), unless `keep: false` is asked for.
   */
  send: (variables: Variables, context?: Partial<OperationContext>) => Promise<PayloadOf<Data> | null>;
  /** Why the last one was not taken; null again with the next. Show it where it was done. */
  refusal: Refusal | null;
  /** The fact itself, for what it carries (which goals to park, how it stands now). */
  fact: FactOf<Data> | null;
  /** On its way, or kept until the server is back. */
  waiting: boolean;
  forget: () => void;
}

/** A mutation, from a page. A refusal that comes when the page is gone is told in a calm notice. */
export function useWrite<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Write<Data, Variables> {
  const client = useClient();
  const open = useRef(true);
  const [state, setState] = useState<{ refusal: Refusal | null; fact: FactOf<Data> | null }>(nothing);
  const [inFlight, setInFlight] = useState(0);

  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);

  const send = useCallback(
    async (variables: Variables, context?: Partial<OperationContext>) => {
      setState(nothing);
      setInFlight((count) => count + 1);
      const result = await client.mutation(document, variables, context).toPromise();
      setInFlight((count) => count - 1);
      const refusal = refusalOf(result);
      if (!refusal) return answerOf(result) as PayloadOf<Data>;
      if (open.current) setState({ refusal, fact: result.error ? null : (answerOf(result) as FactOf<Data>) });
      else notice(refusal.message);
      return null;
    },
    [client, document],
  );

  const forget = useCallback(() => setState(nothing), []);
  return { send, ...state, waiting: inFlight > 0, forget };
}

const nothing = { refusal: null, fact: null };

function answerOf({ data }: OperationResult): unknown {
  return Object.entries(data ?? {}).find(([field]) => field !== '__typename')?.[1] ?? null;
}
