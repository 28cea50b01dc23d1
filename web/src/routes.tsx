import type { RouteObject } from 'react-router';
import { Frame, SignedIn } from './Frame.tsx';
import { NotFound } from './platform/NotFound.tsx';

/** The product's table of contents. Each page is a chunk of its own, fetched when somebody goes there. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    children: [
      {
        element: <SignedIn />,
        children: [
          { path: '/', lazy: { Component: async () => (await import('./pages/HomePage.tsx')).HomePage } },
          {
            path: '/mentorships/:id',
            lazy: { Component: async () => (await import('./pages/MentorshipPage.tsx')).MentorshipPage },
          },
          {
            path: '/meetings/:id',
            lazy: { Component: async () => (await import('./pages/MeetingPage.tsx')).MeetingPage },
          },
          {
            path: '/goals/:id',
            lazy: { Component: async () => (await import('./pages/GoalPage.tsx')).GoalPage },
          },
          {
            path: '/settings',
            lazy: { Component: async () => (await import('./pages/SettingsPage.tsx')).SettingsPage },
          },
        ],
      },
      {
        path: '/sign-in',
        lazy: { Component: async () => (await import('./pages/SignInPage.tsx')).SignInPage },
      },
      {
        path: '/invitations/:token',
        lazy: { Component: async () => (await import('./pages/InvitationPage.tsx')).InvitationPage },
      },
      { path: '*', element: <NotFound /> },
    ],
  },
];
