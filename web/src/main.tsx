import './ui/mantine.css';
import './ui/fonts.css';
import './ui/tokens.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, useRoutes } from 'react-router';
import { cache } from './cache.ts';
import { ApiProvider } from './platform/ApiProvider.tsx';
import { createApi } from './platform/client.ts';
import { fetchPage } from './platform/lazyPage.tsx';
import { notice } from './platform/notices.ts';
import { PageBoundary } from './platform/PageBoundary.tsx';
import { PageFailure } from './platform/PageFailure.ts';
import { askViewer, isLeaving, SessionProvider, signInPath } from './platform/session.tsx';
import { routes } from './routes.tsx';
import { cssVariables, theme } from './ui/theme.ts';

const api = createApi({
  origin: location.origin,
  cache,
  storage: localStorage,
  locks: navigator.locks,
  notice,
  onSignedOut: () => {
    if (isLeaving() || location.pathname === '/sign-in') return;
    location.assign(signInPath(location.pathname + location.search));
  },
});
addEventListener('online', () => api.networkIs('back'));
addEventListener('offline', () => api.networkIs('gone'));

/** A page that cannot be shown says so itself; anything else that was caught is a mistake of ours. */
function report(error: unknown): void {
  if (!(error instanceof PageFailure)) console.error(error);
}

function Pages() {
  return useRoutes(routes);
}

askViewer(api);
fetchPage(routes, location.pathname);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');

createRoot(root, { onCaughtError: report }).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={localStorageColorSchemeManager()}
    >
      <ApiProvider api={api}>
        <BrowserRouter>
          <PageBoundary place="" outermost>
            <SessionProvider>
              <Pages />
            </SessionProvider>
          </PageBoundary>
        </BrowserRouter>
      </ApiProvider>
    </MantineProvider>
  </StrictMode>,
);
