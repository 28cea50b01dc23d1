import { MeetingNotInState } from '../meetings/errors.ts';
import { meetingMutation } from '../meetings/meetingMutation.ts';
import { playOtherSide } from './playOtherSide.ts';

meetingMutation('playOtherSide', {
  description:
    'Demonstration only: a small program holds the other half of this meeting over the public API, with a token of that ' +
    'sample person, until it ends and for at most 10 minutes; one at a time. MeetingNotInState when the meeting is over ' +
    'or off; NOT_FOUND when it is not yours, when the other one is not made up, and outside of demonstrations.',
  facts: [MeetingNotInState],
  run: playOtherSide,
});
