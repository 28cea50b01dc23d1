import type { PersonalTime } from '../../platform/generated/graphql.ts';
import { fromLocalField, toLocalField } from '../../ui/localTime.ts';
import { readerZone } from '../../ui/time.ts';

/** When, how long, where and what for: as it stands in the form. */
export interface Appointment {
  /** On the reader's clock, as a `datetime-local` field holds it. */
  when: string;
  minutes: number;
  place: string;
  callLink: string;
  objective: string;
  personalTime: PersonalTime;
}

/** A week from now at the next full hour: a kind guess to begin with. */
export function newAppointment(now = new Date()): Appointment {
  const when = new Date(now);
  when.setDate(when.getDate() + 7);
  when.setHours(when.getHours() + 1, 0, 0, 0);
  return {
    when: toLocalField(when),
    minutes: 45,
    place: '',
    callLink: '',
    objective: '',
    personalTime: 'FIRST',
  };
}

interface PlannedMeeting extends Omit<Appointment, 'when'> {
  startsAt: string;
}

/** A planned meeting, as the form shows it. */
export function appointmentOf(meeting: PlannedMeeting): Appointment {
  const { startsAt, minutes, place, callLink, objective, personalTime } = meeting;
  return { when: toLocalField(startsAt), minutes, place, callLink, objective, personalTime };
}

/** As the server takes it; null while there is no time. */
export function plannedFrom({ when, ...rest }: Appointment) {
  const startsAt = fromLocalField(when);
  return startsAt === null ? null : { ...rest, startsAt, zone: readerZone() };
}
