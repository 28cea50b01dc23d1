import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { PageFailure } from './PageFailure.ts';

export interface Page<Data> {
  /** Undefined until something can be shown: show the page's skeleton. */
  data: Data | undefined;
  /** What is shown comes from the server, not from an earlier visit: events may be followed from it. */
  fresh: boolean;
  /** Asks the server again; what is shown stays until the answer is there. */
  refresh: () => void;
}

/**
 * What a page shows: at once what an earlier visit left in the cache, then what the server says. When
 * there is nothing to show and no hope of it, throws to the page's error boundary, which knows how to
 * say so (nothing here, server away, something broke).
 */
export function usePage<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Page<Data> {
  const [{ data, error, fetching, stale }, execute] = useQuery<Data, Variables>({
    query: document,
    variables: variables as Variables & object,
    requestPolicy: 'cache-and-network',
  });
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);

  if (error && !fetching && (!data || error.graphQLErrors.length > 0)) throw new PageFailure(error);
  return { data, fresh: data !== undefined && !stale && !fetching && !error, refresh };
}
