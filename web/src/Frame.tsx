import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { ConnectionLine } from './platform/ConnectionLine.tsx';
import { PageBoundary } from './platform/PageBoundary.tsx';
import { signInPath, useSession } from './platform/session.tsx';
import { LiveRegion } from './ui/announce.tsx';
import { HomeIcon, SettingsIcon } from './ui/icons.tsx';
import { type Door, Shell } from './ui/Shell.tsx';

const doors: Door[] = [
  { to: '/', label: 'Home', icon: <HomeIcon /> },
  { to: '/settings', label: 'Settings', icon: <SettingsIcon /> },
];

/** What stands around every page. */
export function Frame() {
  const { viewer } = useSession();
  const { pathname } = useLocation();

  return (
    <Shell brand="Belay" doors={viewer ? doors : []} status={<ConnectionLine />}>
      <PageBoundary place={pathname}>
        <Outlet />
      </PageBoundary>
      <LiveRegion />
      <ScrollRestoration />
    </Shell>
  );
}

/** Lets signed-in people through, and shows everybody else where to sign in. */
export function SignedIn() {
  const { viewer } = useSession();
  const { pathname, search } = useLocation();
  if (viewer === undefined) return null;
  return viewer === null ? <Navigate to={signInPath(pathname + search)} replace /> : <Outlet />;
}
