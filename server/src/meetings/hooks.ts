import type { Meeting } from '@belay/prisma/client';
import type { Write } from '../platform/transaction.ts';

/** What features to the right may want to do when a meeting comes to a point, in the same transaction. */
export type MeetingHook = (write: Write, meeting: Meeting) => Promise<void>;

/** `exchangeEntered`: its EXCHANGE segment became the current one, perhaps again. */
export type MeetingPoint = 'exchangeEntered' | 'ended' | 'reopened';

const hooks: Record<MeetingPoint, MeetingHook[]> = { exchangeEntered: [], ended: [], reopened: [] };

/** Registers what is done at a point of every meeting, when the feature is loaded. It must be harmless to repeat. */
export function onMeeting(point: MeetingPoint, hook: MeetingHook): void {
  hooks[point].push(hook);
}

/** Runs what was registered, one after another, after the point's own event was recorded. */
export async function reach(point: MeetingPoint, write: Write, meeting: Meeting): Promise<void> {
  for (const hook of hooks[point]) await hook(write, meeting);
}
