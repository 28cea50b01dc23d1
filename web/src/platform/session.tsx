import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Api } from './client.ts';
import type { SessionViewerQuery } from './generated/graphql.ts';
import { graphql } from './generated/index.ts';
import { usePage } from './usePage.ts';

const SessionViewer = graphql(`
  query SessionViewer {
    viewer {
      email
      seq
      person {
        id
        name
        initials
        zone
      }
    }
  }
`);

/** The person who looks at the page. */
export type Viewer = NonNullable<SessionViewerQuery['viewer']>;

interface Session {
  /** Null when nobody is signed in; undefined until we know. */
  viewer: Viewer | null | undefined;
  api: Api;
  /** Ends the session on this device, forgets what waits, and goes to the sign-in page. */
  signOut: () => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

/** Who the page was made for last, so that other tabs notice when somebody else signs in. */
const personKey = 'belay.person';

export function SessionProvider({ api, children }: { api: Api; children: ReactNode }) {
  const { data } = usePage(SessionViewer, {});
  const viewer = data?.viewer;
  const person = viewer?.person.id;

  useEffect(() => {
    if (person === undefined) return;
    localStorage.setItem(personKey, person);
    void api.outbox.open(person);
    const otherTab = ({ key, newValue }: StorageEvent) => {
      if (key === personKey && newValue !== person) location.reload();
    };
    addEventListener('storage', otherTab);
    return () => removeEventListener('storage', otherTab);
  }, [api, person]);

  const session = useMemo(
    () => ({ viewer: data && (viewer ?? null), api, signOut: () => signOut(api) }),
    [api, data, viewer],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

async function signOut(api: Api): Promise<void> {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  api.outbox.clear();
  localStorage.removeItem(personKey);
  location.assign('/sign-in');
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no session around this component');
  return session;
}

/** The viewer, on pages that only signed-in people reach. */
export function useViewer(): Viewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('Nobody is signed in');
  return viewer;
}

/** Where to sign in and come back to. */
export function signInPath(back: string): string {
  return back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`;
}

/** The way back after sign-in; a path of ours and nothing else. */
export function backPath(search: string): string {
  const back = new URLSearchParams(search).get('back') ?? '/';
  return back.startsWith('/') && !back.startsWith('//') && !back.startsWith('/\\') ? back : '/';
}
