import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useApi } from './ApiProvider.tsx';
import type { Api } from './client.ts';
import type { SessionViewerQuery } from './generated/graphql.ts';
import { graphql } from './generated/index.ts';
import { notice } from './notices.ts';
import { usePage } from './usePage.ts';

const SessionViewer = graphql(`
  query SessionViewer {
    viewer {
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
  /** Ends the session on this device, forgets what waits, and goes to the sign-in page. */
  signOut: () => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

/**
 * Whom this browser showed pages to last: pages can be drawn while the server is still being asked, and
 * other tabs notice when somebody else signs in.
 */
const viewerKey = 'belay.viewer';

/** Asks who is there while the page is still being put together; the provider joins the same question. */
export function askViewer({ client }: Api): void {
  client.query(SessionViewer, {}, { requestPolicy: 'cache-and-network' }).toPromise();
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const api = useApi();
  const { data } = usePage(SessionViewer, {});
  const [remembered] = useState(readViewer);
  const viewer = data ? (data.viewer ?? null) : remembered;
  const person = data?.viewer?.person.id;

  useEffect(() => {
    if (!data?.viewer) return;
    localStorage.setItem(viewerKey, JSON.stringify(data.viewer));
  }, [data]);

  useEffect(() => {
    if (person === undefined) return;
    void api.outbox.open(person);
    const otherTab = ({ key }: StorageEvent) => {
      if (key === viewerKey && readViewer()?.person.id !== person) location.reload();
    };
    addEventListener('storage', otherTab);
    return () => removeEventListener('storage', otherTab);
  }, [api, person]);

  const session = useMemo(() => ({ viewer, signOut: () => signOut(api) }), [api, viewer]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

function readViewer(): Viewer | undefined {
  try {
    return JSON.parse(localStorage.getItem(viewerKey) ?? '');
  } catch {
    return undefined;
  }
}

let leaving = false;

/** Whether somebody is signing out on purpose: then the end of the session is no news, and there is no way back to keep. */
export const isLeaving = () => leaving;

/**
 * Ends the session by `ask`, which says whether that went well; then forgets what this browser keeps of the person and
 * goes to the sign-in page.
 */
export async function leaveBy(api: Api, ask: () => Promise<boolean>): Promise<void> {
  leaving = true;
  if (await ask()) {
    api.outbox.clear();
    localStorage.removeItem(viewerKey);
    location.assign('/sign-in');
  } else {
    leaving = false;
  }
}

async function signOut(api: Api): Promise<void> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  await leaveBy(api, async () => {
    const answer = await fetch('/api/auth/sign-out', request).catch(() => undefined);
    if (!answer?.ok) notice('The server cannot be reached, so you are still signed in here.');
    return answer?.ok ?? false;
  });
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
