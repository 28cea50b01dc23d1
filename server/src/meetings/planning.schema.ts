import { builder } from '../builder.ts';
import { MentorshipNotActive } from '../mentorships/errors.ts';
import { Outdated, TooMany } from '../platform/facts.ts';
import { zoneName } from '../platform/inputs.ts';
import { cancelMeeting } from './cancelMeeting.ts';
import { confirmMeeting } from './confirmMeeting.ts';
import { dropPersonalTime } from './dropPersonalTime.ts';
import { editMeeting } from './editMeeting.ts';
import { MeetingNotInState, NotYourPart } from './errors.ts';
import { MAX_PLANNED_AGENDA, meetingMinutes, meetingWords } from './limits.ts';
import { markMeetingMissed } from './markMeetingMissed.ts';
import { meetingMutation } from './meetingMutation.ts';
import { meetingOutput } from './outputs.ts';
import { planMeeting } from './planMeeting.ts';
import { prepare } from './prepare.ts';
import { PersonalTimeEnum } from './schema.ts';

const START = 'From 5 minutes ago to 2 years ahead.';
const MINUTES = 'Planned length, 5–480 minutes.';
const ZONE = 'The IANA zone it is planned in, such as Europe/Zurich.';
const PLACE = 'At most 200 characters.';
const CALL_LINK = 'Starts with https:// or http://; at most 500 characters.';
const OBJECTIVE = 'At most 300 characters.';

builder.relayMutationField(
  'planMeeting',
  {
    inputFields: (t) => ({
      mentorshipId: t.id({ required: true }),
      startsAt: t.field({ type: 'DateTime', required: true, description: START }),
      minutes: t.int({ required: true, validate: meetingMinutes, description: MINUTES }),
      zone: t.string({ required: true, validate: zoneName, description: ZONE }),
      place: t.string({ validate: meetingWords.place, description: PLACE }),
      callLink: t.string({ validate: meetingWords.callLink, description: CALL_LINK }),
      objective: t.string({ validate: meetingWords.objective, description: OBJECTIVE }),
      agenda: t.stringList({
        validate: meetingWords.agendaTitle.array().max(MAX_PLANNED_AGENDA, 'At most 20 items.'),
        description: 'Titles of the first agenda items, each of 1–160 characters; at most 20.',
      }),
      personalTime: t.field({ type: PersonalTimeEnum, description: 'FIRST when left out.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Proposes a meeting for the other one to confirm, with its segments; what earlier meetings left unfinished comes ' +
      'along. Recorded as MeetingPlanned, then AgendaItemAdded for each item. MentorshipNotActive; TooMany beyond 50 ' +
      'planned at once; BAD_USER_INPUT for a time, length, zone, link or words that cannot be; NOT_FOUND when the ' +
      'mentorship is not yours.',
    errors: { types: [MentorshipNotActive, TooMany] },
    resolve: (_root, { input }, context) => planMeeting(context, input),
  },
  { outputFields: meetingOutput },
);

meetingMutation('editMeeting', {
  description:
    'Moves a meeting that has not started to another time, or rewords it; left-out fields stay. Another start or ' +
    'length makes it PROPOSED by you, for the other one to confirm again. Recorded as MeetingEdited. Outdated when ' +
    'you name an old version; MeetingNotInState when it was started or is off; MentorshipNotActive; BAD_USER_INPUT ' +
    'as for planMeeting; NOT_FOUND when it is not yours.',
  inputFields: (t) => ({
    version: t.int({ required: true, description: 'The `Meeting.version` you are changing.' }),
    startsAt: t.field({ type: 'DateTime', description: START }),
    minutes: t.int({ validate: meetingMinutes, description: MINUTES }),
    zone: t.string({ validate: zoneName, description: ZONE }),
    place: t.string({ validate: meetingWords.place, description: PLACE }),
    callLink: t.string({ validate: meetingWords.callLink, description: CALL_LINK }),
    objective: t.string({ validate: meetingWords.objective, description: OBJECTIVE }),
    personalTime: t.field({ type: PersonalTimeEnum }),
  }),
  facts: [MeetingNotInState, MentorshipNotActive, Outdated],
  run: editMeeting,
});

meetingMutation('confirmMeeting', {
  description:
    'The one who did not propose the time says yes to it: PROPOSED becomes SCHEDULED. Recorded as MeetingConfirmed. ' +
    'NotYourPart when you proposed it; Outdated when you name a version and the meeting changed since; ' +
    'MeetingNotInState unless it is PROPOSED; MentorshipNotActive; NOT_FOUND when it is not yours.',
  inputFields: (t) => ({
    version: t.int({
      description: 'The `Meeting.version` you saw: what changed since is not confirmed unseen.',
    }),
  }),
  facts: [MeetingNotInState, MentorshipNotActive, NotYourPart, Outdated],
  run: confirmMeeting,
});

meetingMutation('cancelMeeting', {
  description:
    'Calls off a meeting that has not started; its open agenda items are carried to the next planned one, now or when ' +
    'there is one. Recorded as MeetingCancelled, then AgendaItemHandled and AgendaItemAdded for what is carried. ' +
    'MeetingNotInState when it was started or is off; MentorshipNotActive; BAD_USER_INPUT without a reason; ' +
    'NOT_FOUND when it is not yours.',
  inputFields: (t) => ({
    reason: t.string({ required: true, validate: meetingWords.reason, description: '1–500 characters.' }),
  }),
  facts: [MeetingNotInState, MentorshipNotActive],
  run: cancelMeeting,
});

meetingMutation('markMeetingMissed', {
  description:
    'Says that a meeting whose start has passed did not take place; its open agenda items are carried as by ' +
    'cancelMeeting. Recorded as MeetingMissed. MeetingNotInState when it is still to come, was started or is off; ' +
    'MentorshipNotActive; NOT_FOUND when it is not yours.',
  facts: [MeetingNotInState, MentorshipNotActive],
  run: markMeetingMissed,
});

meetingMutation('dropPersonalTime', {
  description:
    'Says that you can do without personal time in this meeting; its segment goes when both have said so, and its ' +
    'minutes go to the others. `undo` takes your word back. Saying it again changes nothing. Recorded as ' +
    'PersonalTimeDropped. MeetingNotInState when it was started or is off; MentorshipNotActive; NOT_FOUND when it is ' +
    'not yours.',
  inputFields: (t) => ({ undo: t.boolean() }),
  facts: [MeetingNotInState, MentorshipNotActive],
  run: dropPersonalTime,
});

meetingMutation('prepare', {
  description:
    'Says how you prepared, and whether you are ready; both see it; left-out fields stay. Recorded as ' +
    'PreparationChanged. MeetingNotInState when it was started or is off; MentorshipNotActive; BAD_USER_INPUT beyond ' +
    '2,000 characters; NOT_FOUND when it is not yours.',
  inputFields: (t) => ({
    words: t.string({ validate: meetingWords.preparation, description: 'At most 2,000 characters.' }),
    ready: t.boolean(),
  }),
  facts: [MeetingNotInState, MentorshipNotActive],
  run: prepare,
});
