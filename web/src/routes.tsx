import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Frame, SignedIn } from './Frame.tsx';
import { NotFound } from './platform/NotFound.tsx';

const Home = lazy(async () => ({ default: (await import('./pages/HomePage.tsx')).HomePage }));
const Mentorship = lazy(async () => ({
  default: (await import('./pages/MentorshipPage.tsx')).MentorshipPage,
}));
const Meeting = lazy(async () => ({ default: (await import('./pages/MeetingPage.tsx')).MeetingPage }));
const Goal = lazy(async () => ({ default: (await import('./pages/GoalPage.tsx')).GoalPage }));
const Settings = lazy(async () => ({ default: (await import('./pages/SettingsPage.tsx')).SettingsPage }));
const SignIn = lazy(async () => ({ default: (await import('./pages/SignInPage.tsx')).SignInPage }));
const Invitation = lazy(async () => ({
  default: (await import('./pages/InvitationPage.tsx')).InvitationPage,
}));

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
