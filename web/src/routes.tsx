import type { RouteObject } from 'react-router';
import { Frame, SignedIn } from './Frame.tsx';
import { lazyPage } from './platform/lazyPage.ts';
import { NotFound } from './platform/NotFound.tsx';

const Home = lazyPage(async () => (await import('./pages/HomePage.tsx')).HomePage);
const Mentorship = lazyPage(async () => (await import('./pages/MentorshipPage.tsx')).MentorshipPage);
const Meeting = lazyPage(async () => (await import('./pages/MeetingPage.tsx')).MeetingPage);
const Goal = lazyPage(async () => (await import('./pages/GoalPage.tsx')).GoalPage);
const Settings = lazyPage(async () => (await import('./pages/SettingsPage.tsx')).SettingsPage);
const SignIn = lazyPage(async () => (await import('./pages/SignInPage.tsx')).SignInPage);
const Invitation = lazyPage(async () => (await import('./pages/InvitationPage.tsx')).InvitationPage);

/** The product's table of contents. Each page is a chunk of its own, fetched when somebody goes there. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    children: [
      {
        element: <SignedIn />,
        children: [
          { path: '/', element: <Home /> },
          { path: '/mentorships/:id', element: <Mentorship /> },
          { path: '/meetings/:id', element: <Meeting /> },
          { path: '/goals/:id', element: <Goal /> },
          { path: '/settings', element: <Settings /> },
        ],
      },
      { path: '/sign-in', element: <SignIn /> },
      { path: '/invitations/:token', element: <Invitation /> },
      { path: '*', element: <NotFound /> },
    ],
  },
];
