import { Fact } from '../platform/errors.ts';

/** A mentor has as many mentees as they have room for. */
export class MentorIsFull extends Fact {
  readonly mentorId: string;
  /** How many mentees they have room for at once. */
  readonly capacity: number;
  constructor(message: string, mentorId: string, capacity: number) {
    super(message);
    this.mentorId = mentorId;
    this.capacity = capacity;
  }
}
