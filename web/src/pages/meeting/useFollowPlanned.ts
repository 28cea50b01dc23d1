import { calledName } from '../../people/calledName.ts';
import type { PlannedEventsSubscription } from '../../platform/generated/graphql.ts';
import { useFollow } from '../../platform/useFollow.ts';
import { announce } from '../../ui/announce.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { PlannedEvents } from './PlannedQuery.ts';

type Event = PlannedEventsSubscription['mentorshipEvents'];

interface FollowPlanned {
  meetingId: string;
  mentorship: { id: string; seq: number } | undefined;
  fresh: boolean;
  refresh: () => void;
  flash: Flash;
}

/** What the other one does before a meeting shows at once, is marked for a moment and said politely. */
export function useFollowPlanned({ meetingId, mentorship, fresh, refresh, flash }: FollowPlanned): void {
  useFollow({
    document: PlannedEvents,
    variables: { mentorshipId: mentorship?.id ?? '' },
    seq: fresh ? mentorship?.seq : undefined,
    onEvent: (event) => {
      if (suggestsAnew.has(event.__typename)) refresh();
      if ('meeting' in event && event.meeting.id !== meetingId) return;
      if (!event.actor || event.actor.isViewer) return;
      flash.mark(placeOf(event, meetingId));
      const words = wordsFor(event);
      if (words) announce(`${calledName(event.actor.name)} ${words}`);
    },
    refresh,
  });
}

/** What could go on the agenda changes with these, and with nothing that they carry. */
const suggestsAnew = new Set([
  'ProgressEstimated',
  'ActionItemAdded',
  'ActionItemEdited',
  'ActionItemHandled',
]);

/** What is marked on the page. */
function placeOf(event: Event, meetingId: string): string {
  switch (event.__typename) {
    case 'AgendaItemAdded':
    case 'AgendaItemEdited':
      return event.agendaItem.id;
    case 'ActionItemEdited':
    case 'ActionItemHandled':
      return event.actionItem.id;
    case 'PreparationChanged':
      return 'preparation';
    case 'PersonalTimeDropped':
      return 'personal';
    default:
      return meetingId;
  }
}

function wordsFor(event: Event): string | null {
  switch (event.__typename) {
    case 'AgendaItemAdded':
      return `put “${event.agendaItem.title}” on the agenda.`;
    case 'AgendaItemEdited':
      return 'changed the agenda.';
    case 'AgendaItemHandled':
      return `took “${event.agendaItem.title}” off the agenda.`;
    case 'PreparationChanged':
      return event.readyAt ? 'is ready.' : null;
    case 'PersonalTimeDropped':
      return 'said something about personal time.';
    case 'MeetingEdited':
      return 'changed the meeting.';
    case 'MeetingConfirmed':
      return 'said yes to the time.';
    case 'MeetingCancelled':
      return 'called the meeting off.';
    case 'MeetingMissed':
      return 'said that the meeting did not take place.';
    case 'MeetingStarted':
      return 'has started the meeting.';
    default:
      return null;
  }
}
