import { Fact } from '../platform/errors.ts';

export class MentorshipNotActive extends Fact {
  readonly mentorshipId: string;
  constructor(mentorshipId: string) {
    super('This mentorship is not active now: it can be read and not changed.');
    this.mentorshipId = mentorshipId;
  }
}
