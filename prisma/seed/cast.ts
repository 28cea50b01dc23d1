import type { MentorshipOutcome, MentorshipState } from '../generated/client/client.ts';
import { table } from './words/text.ts';

export type Next = 'LIVE' | 'SCHEDULED' | 'PROPOSED' | 'NONE';

/** One mentorship of the story, before it is told. */
export type Casting = {
  mentor: string;
  mentee: string;
  state: MentorshipState;
  outcome: MentorshipOutcome | null;
  /** In the programme for residents; else in the open one. */
  forResidents: boolean;
  /** Since how many days. */
  days: number;
  /** For how many days nothing has happened in it. */
  quiet: number;
  /** Days from one meeting to the next. */
  every: number;
  /** Goals that are active now. */
  active: number;
  next: Next;
  /** Whether they met a few hours ago, and which side has sealed its part of that exchange already. */
  justMet: 'NOBODY_SEALED' | 'MENTOR_SEALED' | 'MENTEE_SEALED' | null;
  /** Places in the list of themes. */
  themes: number[];
};

/*
 * mentor | mentee | state | programme | since, quiet for, every (days) | active goals | next meeting, just met | themes
 * Themes: 0 research, 1 clinical work, 2 career, 3 teaching, 4 leadership, 5 balance.
 */
export const CASTINGS: Casting[] = table(`
Samuel Okonkwo | Lena Hofmann | ACTIVE | residents | 345 0 17 | 2 | LIVE | 0 1
Samuel Okonkwo | Miriam Weiss | ACTIVE | residents | 210 0 28 | 1 | SCHEDULED MENTEE_SEALED | 4 2
Luca Ferrante | Arjun Mehta | ACTIVE | open | 330 0 26 | 1 | SCHEDULED MENTOR_SEALED | 2 5
Daniel Abrams | Arjun Mehta | ACTIVE | open | 190 0 30 | 1 | PROPOSED | 0 2
Ingrid Solheim | Astrid Holm | ACTIVE | residents | 300 0 27 | 1 | SCHEDULED | 4 1
Ingrid Solheim | Oliver Bennett | ACTIVE | open | 120 0 24 | 1 | SCHEDULED | 2 1
Rafael Moreno | Fatima Zahra Idrissi | ACTIVE | open | 280 0 29 | 2 | SCHEDULED | 0 2
Amara Diallo | Ngozi Eze | ACTIVE | open | 250 0 31 | 1 | SCHEDULED | 4 0
Amara Diallo | Fatima Zahra Idrissi | CLOSED:MOVED_ON | open | 700 420 30 | 0 | NONE | 0 1
Hannelore Brandt | Marcus Feld | ACTIVE | residents | 320 0 25 | 1 | PROPOSED NOBODY_SEALED | 3 2
Hannelore Brandt | Yasmin El-Sayed | IN_TOUCH | open | 800 300 40 | 0 | NONE | 3 4
Kenji Watanabe | Yuki Tanaka | ACTIVE | residents | 340 0 30 | 1 | SCHEDULED | 0 1
Kenji Watanabe | Hyun-woo Park | ACTIVE | open | 160 0 28 | 1 | SCHEDULED | 2 0
Margaret Sinclair | Patrick Duffy | ACTIVE | open | 310 0 33 | 1 | NONE | 5 1
Margaret Sinclair | Oliver Bennett | AGREEING | open | 18 0 9 | 0 | SCHEDULED | 2 5
Luca Ferrante | Giulia Conti | CLOSING | residents | 350 6 32 | 0 | NONE | 2 0
Priyanka Nair | Rahul Sen | ACTIVE | open | 270 0 30 | 2 | PROPOSED | 4 0
Priyanka Nair | Ngozi Eze | CLOSED:GOALS_REACHED | open | 620 260 32 | 0 | NONE | 0 4
Daniel Abrams | Maya Friedman | ACTIVE | open | 230 0 27 | 1 | SCHEDULED | 2 0
Sofia Lindqvist | Clara Nyberg | ACTIVE | residents | 335 0 22 | 1 | SCHEDULED | 5 4
Sofia Lindqvist | Emil Sorensen | PAUSED | residents | 260 75 30 | 0 | NONE | 5 2
Tomasz Zielinski | Jakub Novotny | ACTIVE | residents | 180 0 28 | 1 | SCHEDULED | 0 3
Tomasz Zielinski | Sanne de Wit | ACTIVE | open | 95 0 20 | 1 | SCHEDULED | 2 4
Grace Muthoni | Kwame Boateng | ACTIVE | open | 300 0 34 | 1 | SCHEDULED | 4 1
Olivier Marchand | Adrien Lefevre | ACTIVE | open | 325 0 30 | 1 | PROPOSED | 0 5
Olivier Marchand | Victor Lacroix | CHEMISTRY | residents | 9 0 5 | 0 | NONE | 1 2
Elif Aydin | Zeynep Kaya | ACTIVE | open | 240 0 26 | 1 | SCHEDULED | 3 5
Peter van Dalen | Leila Karimi | ACTIVE | residents | 290 0 29 | 2 | SCHEDULED | 4 5
Rosa Villanueva | Diego Herrera | ACTIVE | residents | 130 0 18 | 1 | SCHEDULED | 4 5
Rosa Villanueva | Isabel Fontes | CLOSED:TIME_WAS_UP | open | 520 150 36 | 0 | NONE | 2 4
Nadia Rahman | Miriam Weiss | IN_TOUCH | residents | 900 380 42 | 0 | NONE | 1 0
Andrew Whitfield | Hyun-woo Park | CLOSED:NO_FAULT | open | 400 290 40 | 0 | NONE | 2 5
Claudia Steiner | Anneli Saar | ACTIVE | open | 220 0 31 | 1 | SCHEDULED | 0 4
Mateus Carvalho | Isabel Fontes | ACTIVE | residents | 140 0 24 | 1 | SCHEDULED | 1 4
Yasmin El-Sayed | Rahul Sen | PROPOSED | open | 4 0 30 | 0 | NONE | 3 4
Henrik Dahl | Emil Sorensen | ACTIVE | residents | 85 0 21 | 1 | SCHEDULED | 1 5
Henrik Dahl | Beatriz Lobo | CHEMISTRY | residents | 12 0 6 | 0 | NONE | 1 2
Fiona Gallagher | Tara O'Connell | ACTIVE | open | 315 0 28 | 2 | SCHEDULED | 5 0
Fiona Gallagher | Anneli Saar | IN_TOUCH | open | 760 330 38 | 0 | NONE | 5 0
Ingrid Solheim | Beatriz Lobo | AGREEING | residents | 25 0 11 | 0 | PROPOSED | 1 5
Grace Muthoni | Chinedu Obi | PAUSED | open | 280 100 30 | 0 | NONE | 5 2
Samuel Okonkwo | Henrik Dahl | CLOSED:GOALS_REACHED | residents | 860 400 35 | 0 | NONE | 0 2
`).map(([mentor = '', mentee = '', stated = '', programme, days = '', active, meeting = '', themes = '']) => {
  const [state, outcome] = stated.split(':');
  const [next, justMet = null] = meeting.split(' ');
  const [since = 0, quiet = 0, every = 28] = days.split(' ').map(Number);
  return {
    mentor,
    mentee,
    state: state as MentorshipState,
    outcome: (outcome as MentorshipOutcome) ?? null,
    forResidents: programme === 'residents',
    days: since,
    quiet,
    every,
    active: Number(active),
    next: next as Next,
    justMet: justMet as Casting['justMet'],
    themes: themes.split(' ').map(Number),
  };
});
