import { Group } from '@mantine/core';
import { Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation, useNavigationType } from 'react-router';
import { calledName } from './people/calledName.ts';
import { ConnectionLine } from './platform/ConnectionLine.tsx';
import { graphql } from './platform/generated/index.ts';
import { PageBoundary } from './platform/PageBoundary.tsx';
import { signInPath, useSession, type Viewer } from './platform/session.tsx';
import { useFollow } from './platform/useFollow.ts';
import { useData } from './platform/usePage.ts';
import { Avatar } from './ui/Avatar.tsx';
import { LiveRegion } from './ui/announce.tsx';
import { HomeIcon, SettingsIcon } from './ui/icons.tsx';
import { type Door, Shell } from './ui/Shell.tsx';

const FrameQuery = graphql(`
  query Frame {
    viewer {
      seq
      mentorships(first: 3, open: true) {
        edges {
          node {
            id
            other {
              id
              name
              initials
            }
          }
        }
      }
    }
  }
`);

const FrameEvents = graphql(`
  subscription FrameEvents($after: Int) {
    viewerEvents(after: $after) {
      __typename
      id
      seq
    }
  }
`);

/** What stands around every page. */
export function Frame() {
  const { viewer } = useSession();
  const { pathname } = useLocation();
  const people = useDoorsToPeople(viewer ?? undefined);
  useStartAtTop(pathname);

  const doors: Door[] = [
    { to: '/', label: 'Home', icon: <HomeIcon /> },
    ...people,
    { to: '/settings', label: 'Settings', icon: <SettingsIcon /> },
  ];
  return (
    <Shell
      brand="Belay"
      doors={viewer ? doors : []}
      foot={viewer && <Self viewer={viewer} />}
      status={<ConnectionLine />}
    >
      <PageBoundary place={pathname}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </PageBoundary>
      <LiveRegion />
    </Shell>
  );
}

/** The people one works with stand in the navigation; a new mentorship adds its door by itself. */
function useDoorsToPeople(viewer: Viewer | undefined): Door[] {
  const { data, fresh, refresh } = useData(FrameQuery, {}, { pause: !viewer });

  useFollow({
    document: FrameEvents,
    variables: {},
    seq: fresh ? data?.viewer?.seq : undefined,
    onEvent: ({ __typename }) => __typename === 'MentorshipBegan' && refresh(),
    refresh,
  });

  const mentorships = viewer ? (data?.viewer?.mentorships.edges ?? []) : [];
  return mentorships.map(({ node: { id, other } }) => ({
    to: `/mentorships/${id}`,
    label: other.name,
    short: calledName(other.name),
    icon: <Avatar initials={other.initials} size={28} />,
  }));
}

function Self({ viewer: { person } }: { viewer: Viewer }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <Avatar initials={person.initials} tone="mine" size={36} />
      {person.name}
    </Group>
  );
}

/** Lets signed-in people through, and shows everybody else where to sign in. */
export function SignedIn() {
  const { viewer } = useSession();
  const { pathname, search } = useLocation();
  if (viewer === undefined) return null;
  return viewer === null ? <Navigate to={signInPath(pathname + search)} replace /> : <Outlet />;
}

/** A new page starts at its top, also for those who listen to it; going back, the browser knows better. */
function useStartAtTop(pathname: string): void {
  const isBack = useNavigationType() === 'POP';
  useEffect(() => {
    if (pathname === '' || isBack) return;
    scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname, isBack]);
}
