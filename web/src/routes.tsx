import type { RouteObject } from 'react-router';
import { Frame, SignedIn } from './Frame.tsx';
import { lazyPage } from './platform/lazyPage.tsx';
import { NotFound } from './platform/NotFound.tsx';

const home = lazyPage(async () => (await import('./pages/HomePage.tsx')).HomePage);
const mentorship = lazyPage(async () => (await import('./pages/MentorshipPage.tsx')).MentorshipPage);
const meeting = lazyPage(async () => (await import('./pages/MeetingPage.tsx')).MeetingPage);
const goal = lazyPage(async () => (await import('./pages/GoalPage.tsx')).GoalPage);
const settings = lazyPage(async () => (await import('./pages/SettingsPage.tsx')).SettingsPage);
const signIn = lazyPage(async () => (await import('./pages/SignInPage.tsx')).SignInPage);
const invitation = lazyPage(async () => (await import('./pages/InvitationPage.tsx')).InvitationPage);

/** The product's table of contents. Each page is a chunk of its own, fetched when somebody goes there. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    children: [
      {
        element: <SignedIn />,
        children: [
          { path: '/', ...home },
          { path: '/mentorships/:id', ...mentorship },
          { path: '/meetings/:id', ...meeting },
          { path: '/goals/:id', ...goal },
          { path: '/settings', ...settings },
        ],
      },
      { path: '/sign-in', ...signIn },
      { path: '/sign-up', ...signIn },
      { path: '/invitations/:token', ...invitation },
      { path: '*', element: <NotFound /> },
    ],
  },
];
