import { Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation, useNavigationType } from 'react-router';
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
  useStartAtTop(pathname);

  return (
    <Shell brand="Belay" doors={viewer ? doors : []} status={<ConnectionLine />}>
      <PageBoundary place={pathname}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </PageBoundary>
      <LiveRegion />
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

/** A new page starts at its top, also for those who listen to it; going back, the browser knows better. */
function useStartAtTop(pathname: string): void {
  const isBack = useNavigationType() === 'POP';
  useEffect(() => {
    if (pathname === '' || isBack) return;
    scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname, isBack]);
}
