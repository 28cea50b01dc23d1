import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { useOnline } from './ApiProvider.tsx';
import { isUnreachable } from './errors.ts';
import { failureOf } from './PageFailure.ts';

export interface Page<Data> {
  /** Undefined until something can be shown: show the page's skeleton. */
  data: Data | undefined;
  /** What is shown comes from the server, not from an earlier visit: events may be followed from it. */
  fresh: boolean;
  /** Asks the server again; what is shown stays until the answer is there. */
  refresh: () => void;
}

interface Options {
  pause?: boolean;
}

/**
 * Shows at once what an earlier visit left in the cache, then what the server says. When the server was
 * away it is asked again as soon as it is back.
 */
export function useData<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false }: Options = {},
): Page<Data> & { error: CombinedError | undefined } {
  const online = useOnline();
  const [{ data, error, fetching, stale }, execute] = useQuery<Data, Variables>({
    query: document,
    variables: variables as Variables & object,
    requestPolicy: 'cache-and-network',
    pause,
  });
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const missed = !fetching && error !== undefined && isUnreachable(error);

  useEffect(() => {
    if (online && missed) refresh();
  }, [online, missed, refresh]);

  const fresh = data !== undefined && !stale && !fetching && !error;
  return { data, fresh, refresh, error: fetching ? undefined : error };
}

/**
 * What a page shows. When there is nothing to show and no hope of it, throws to the page's error boundary,
 * which knows how to say so (nothing here, server away, something broke).
 */
export function usePage<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Page<Data> {
  const { error, ...page } = useData(document, variables);
  if (error && (!page.data || error.graphQLErrors.length > 0)) throw failureOf(error);
  return page;
}
