import { PulseFragment } from '../../feedback/room/liveWrites.ts';
import { pulseName } from '../../feedback/room/pulses.tsx';
import { segmentName } from '../../meetings/words.ts';
import { calledName } from '../../people/calledName.ts';
import type { RoomEventsSubscription } from '../../platform/generated/graphql.ts';
import { readFragment } from '../../platform/generated/index.ts';

export type RoomEvent = RoomEventsSubscription['mentorshipEvents'];

/** What the page says of an event, and what it marks. */
export interface News {
  sentence?: string;
  /** The key of what flashes. */
  mark?: string;
}

/** What the other one did, in one short sentence; nothing of what is typed or counted, which would only disturb. */
export function newsOf(event: RoomEvent): News {
  const who = event.actor ? calledName(event.actor.name) : 'The clock';
  switch (event.__typename) {
    case 'SegmentEntered':
      return event.segment ? { sentence: `Now: ${segmentName[event.segment.kind]}.`, mark: 'part' } : {};
    case 'SegmentExtended':
      return { sentence: `${who} added ${event.minutes} minutes.` };
    case 'LeadHandedOver':
      return { sentence: event.leader.isViewer ? 'You lead now.' : `${who} handed over the lead.` };
    case 'MoveOnAsked':
      return { sentence: `${who} would like to move on.` };
    case 'MeetingInterrupted':
      return { sentence: `${who} paused the meeting.` };
    case 'MeetingResumed':
      return { sentence: 'The meeting goes on.' };
    case 'MeetingEnded':
      return { sentence: 'The meeting has ended.' };
    case 'AgendaItemAdded':
    case 'AgendaItemEdited':
    case 'AgendaItemHandled':
      return { sentence: `${who} changed the agenda.`, mark: event.agendaItem.id };
    case 'ActionItemAdded':
      return { sentence: `${who} wrote down a promise.`, mark: event.actionItem.id };
    case 'ActionItemEdited':
    case 'ActionItemHandled':
      return { sentence: `${who} changed a promise.`, mark: event.actionItem.id };
    case 'AdviceGiven':
      return { sentence: `${who} offered advice.`, mark: event.advice.id };
    case 'AdviceMarked':
      return { sentence: `${who} answered advice.`, mark: event.advice.id };
    case 'PulseGiven': {
      const { id, kind } = readFragment(PulseFragment, event.pulse);
      return { sentence: `${who}: ${pulseName[kind]}.`, mark: id };
    }
    case 'MomentKept':
    case 'MomentEdited':
      return { sentence: `${who} kept a moment.`, mark: event.moment.id };
    case 'ProgressEstimated':
      return { sentence: `${who} sees a goal at ${event.value} per cent.`, mark: event.goal.id };
    case 'GoalEdited':
      return { mark: event.goal.id };
    case 'ExchangeOpened':
      return { sentence: 'The exchange is open.' };
    default:
      return {};
  }
}
