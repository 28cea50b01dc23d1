import { stateDeed } from '../../goals/states/words.ts';
import { calledName } from '../../people/calledName.ts';
import type { MentorshipPageEventsSubscription } from '../../platform/generated/graphql.ts';
import { shortDay } from '../../ui/time.ts';

export type PageEvent = MentorshipPageEventsSubscription['mentorshipEvents'];

/** What the page says of something that the other one did, and the key of what it marks. */
export interface News {
  sentence?: string;
  mark?: string;
}

export function newsOf(event: PageEvent): News {
  const who = event.actor ? calledName(event.actor.name) : 'Time';
  switch (event.__typename) {
    case 'GoalAdded':
      return { sentence: `${who} has added a goal: ${event.goal.title}.`, mark: event.goal.id };
    case 'GoalEdited':
      return { sentence: `${who} has reworded a goal.`, mark: event.goal.id };
    case 'GoalStateChanged':
      return {
        sentence: `${who} has ${stateDeed[event.to]} “${event.goal.title}”.`,
        mark: event.goal.id,
      };
    case 'MilestoneAdded':
    case 'MilestoneEdited':
    case 'MilestoneRemoved':
      return { sentence: `${who} has changed the path to “${event.goal.title}”.`, mark: event.goal.id };
    case 'ProgressEstimated':
      return {
        sentence: `${who} sees “${event.goal.title}” at ${event.value} per cent.`,
        mark: event.goal.id,
      };
    case 'ActionItemAdded':
      return { sentence: `New promise: ${event.actionItem.title}.`, mark: event.actionItem.id };
    case 'ActionItemEdited':
    case 'ActionItemHandled':
      return { sentence: `${who} has changed a promise.`, mark: event.actionItem.id };
    case 'MomentKept':
      return { sentence: `${who} has kept a moment.`, mark: event.moment.id };
    case 'MeetingPlanned':
      return { sentence: `${who} proposes to meet on ${shortDay(event.meeting.startsAt)}.`, mark: 'next' };
    case 'MeetingEdited':
      return { sentence: `${who} has changed the next meeting.`, mark: 'next' };
    case 'MeetingConfirmed':
      return { sentence: `${who} has said yes to the meeting.`, mark: 'next' };
    case 'MeetingStarted':
      return { sentence: `${who} has started your meeting.`, mark: 'next' };
    case 'MeetingEnded':
      return { sentence: 'The meeting has ended.' };
    case 'ExchangeRevealed':
      return { sentence: 'Your exchange has opened for both of you.' };
    default:
      return {};
  }
}

/** After these the page's lists are other ones than before, in ways that the event does not carry. */
const changesLists: ReadonlySet<string | undefined> = new Set<PageEvent['__typename']>([
  'MentorshipOpened',
  'MeetingPlanned',
  'MeetingEdited',
  'MeetingConfirmed',
  'MeetingCancelled',
  'MeetingMissed',
  'MeetingStarted',
  'MeetingStartUndone',
  'MeetingInterrupted',
  'MeetingResumed',
  'MeetingEnded',
  'MeetingReopened',
  'ActionItemAdded',
  'MomentKept',
  'ExchangeRevealed',
]);

export const isStructural = ({ __typename }: PageEvent): boolean => changesLists.has(__typename);
