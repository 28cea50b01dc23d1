import { Fact } from '../platform/errors.ts';

export class MentorshipNotActive extends Fact {
  readonly mentorshipId: string;
  constructor(mentorshipId: string) {
    super('This mentorship is not active now: it can be read and not changed.');
    this.mentorshipId = mentorshipId;
  }
}

/** A pair has at most one open mentorship in a programme, whoever of the two is the mentor. */
export class AlreadyTogether extends Fact {
  readonly mentorshipId: string;
  constructor(mentorshipId: string) {
    super('You two have an open mentorship already: go on there.');
    this.mentorshipId = mentorshipId;
  }
}

/** Nobody mentors themselves. */
export class NotWithYourself extends Fact {
  constructor() {
    super('A mentorship takes two people: this is your own invitation or your own address.');
  }
}
