import { stateDeed } from '../../goals/states/words.ts';
import { calledName } from '../../people/calledName.ts';
import type { GoalPageEventsSubscription } from '../../platform/generated/graphql.ts';

type PageEvent = GoalPageEventsSubscription['mentorshipEvents'];

interface News {
  sentence?: string;
  /** The key of what is marked. */
  mark?: string;
}

/** What the page of a goal says of something that the other one did; nothing when it is about another goal. */
export function newsOf(event: PageEvent, goalId: string): News {
  if ('goal' in event && event.goal.id !== goalId) return {};
  const who = event.actor ? calledName(event.actor.name) : 'Time';
  switch (event.__typename) {
    case 'GoalEdited':
      return { sentence: `${who} has reworded the goal.`, mark: `${goalId} words` };
    case 'GoalStateChanged':
      return { sentence: `${who} has ${stateDeed[event.to]} this goal.`, mark: `${goalId} state` };
    case 'MilestoneAdded':
      return { sentence: `${who} has added a step.`, ...(event.milestone && { mark: event.milestone.id }) };
    case 'MilestoneEdited':
      return {
        sentence: `${who} has changed the step “${event.milestone?.title ?? ''}”.`,
        ...(event.milestone && { mark: event.milestone.id }),
      };
    case 'MilestoneRemoved':
      return { sentence: `${who} has taken a step off the path.` };
    case 'ProgressEstimated':
      return { sentence: `${who} sees it at ${event.value} per cent.`, mark: `${goalId} estimates` };
    case 'AgendaItemAdded':
      if (event.agendaItem.goal?.id !== goalId) return {};
      return { sentence: `${who} has put it on the agenda.`, mark: event.agendaItem.id };
    case 'AgendaItemHandled':
      return { mark: event.agendaItem.id };
    default:
      return {};
  }
}

/** After these another meeting may be the next one. */
export const movesMeetings: ReadonlySet<string | undefined> = new Set<PageEvent['__typename']>([
  'MeetingPlanned',
  'MeetingEdited',
  'MeetingCancelled',
  'MeetingMissed',
  'MeetingStarted',
  'MeetingEnded',
  'MentorshipOpened',
]);
