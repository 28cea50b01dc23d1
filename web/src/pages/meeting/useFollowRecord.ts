import { calledName } from '../../people/calledName.ts';
import type { RecordEventsSubscription } from '../../platform/generated/graphql.ts';
import { useFollow } from '../../platform/useFollow.ts';
import { announce } from '../../ui/announce.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { RecordEvents } from './RecordQuery.ts';

type Event = RecordEventsSubscription['mentorshipEvents'];

interface FollowRecord {
  meetingId: string;
  mentorship: { id: string; seq: number } | undefined;
  fresh: boolean;
  refresh: () => void;
  flash: Flash;
}

/** What the other one does after a meeting shows at once, is marked for a moment and said politely. */
export function useFollowRecord({ meetingId, mentorship, fresh, refresh, flash }: FollowRecord): void {
  useFollow({
    document: RecordEvents,
    variables: { mentorshipId: mentorship?.id ?? '' },
    seq: fresh ? mentorship?.seq : undefined,
    onEvent: (event) => {
      if (!('meeting' in event) || event.meeting.id !== meetingId) return;
      if (!event.actor || event.actor.isViewer) return;
      const news = newsOf(event);
      if (!news) return;
      flash.mark(news.place);
      announce(`${calledName(event.actor.name)} ${news.words}`);
    },
    refresh,
  });
}

/** Where it is marked on the page, and how it is said after the other one's name. */
function newsOf(event: Event): { place: string; words: string } | null {
  switch (event.__typename) {
    case 'SummaryCorrected':
      return { place: 'summary', words: 'corrected the summary.' };
    case 'ActionItemEdited':
    case 'ActionItemHandled':
      return { place: event.actionItem.id, words: `changed the promise “${event.actionItem.title}”.` };
    case 'AdviceMarked':
      return { place: event.advice.id, words: 'decided on a piece of advice.' };
    case 'MomentKept':
      return { place: event.moment.id, words: 'kept a moment.' };
    case 'MomentEdited':
      return { place: event.moment.id, words: 'reworded a moment.' };
    case 'MeetingReopened':
      return { place: 'meeting', words: 'goes on with the meeting.' };
    default:
      return null;
  }
}
