import { cache as accounts } from './accounts/cache.ts';
import { cache as feedback } from './feedback/cache.ts';
import { cache as goals } from './goals/cache.ts';
import { cache as meetings } from './meetings/cache.ts';
import { cache as mentorships } from './mentorships/cache.ts';
import { cache as people } from './people/cache.ts';
import { cacheOf } from './platform/cache.ts';

/** What all features tell the cache, and the streams they follow. */
export const cache = cacheOf(
  [accounts, people, mentorships, goals, meetings, feedback],
  ['mentorshipEvents', 'viewerEvents'],
);
