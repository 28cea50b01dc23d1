import type { ActionItem, AgendaItem, Goal, Mentorship, Person, Side } from '../generated/client/client.ts';
import type { Events } from './events.ts';
import { Deck, type Random } from './random.ts';
import type { Rows } from './rows.ts';
import * as words from './words/feedback.ts';
import type { Theme } from './words/themes.ts';

/** What everything that is told has at hand. */
export type Tale = { rows: Rows; events: Events; random: Random; now: Date };

/** One mentorship while it is told: what is still open, and words that do not repeat too soon. */
export type Pair = Tale & {
  mentorship: Mentorship;
  mentor: Person;
  mentee: Person;
  goals: Goal[];
  /** Agenda items that wait for the next meeting. */
  carried: AgendaItem[];
  /** Promises nobody has settled. */
  promises: ActionItem[];
  decks: Decks;
};

export type Decks = ReturnType<typeof decksOf>;

/** The words of a pair: those of its own themes, and those everybody says. */
export function decksOf(random: Random, themes: Theme[]) {
  const deck = <T>(cards: readonly T[]) => new Deck(random, cards);
  const all = <K extends keyof Theme>(part: K) =>
    deck(themes.flatMap((theme) => theme[part] as Theme[K][number][]));
  return {
    goals: all('goals'),
    objectives: all('objectives'),
    agenda: all('agenda'),
    tasks: all('tasks'),
    favours: all('favours'),
    advice: all('advice'),
    moments: all('moments'),
    notes: all('notes'),
    helped: deck(words.HELPED),
    change: deck(words.CHANGE),
    strength: deck(words.STRENGTH),
    estimates: deck(words.ESTIMATE_WORDS),
    preparations: deck(words.PREPARATIONS),
    privateNotes: deck(words.PRIVATE_NOTES),
  };
}

export const personOf = ({ mentor, mentee }: Pick<Pair, 'mentor' | 'mentee'>, side: Side) =>
  side === 'MENTOR' ? mentor : mentee;

export const SIDES: readonly Side[] = ['MENTOR', 'MENTEE'];
export const otherSide = (side: Side): Side => (side === 'MENTOR' ? 'MENTEE' : 'MENTOR');
export const eitherSide = (random: Random): Side => random.pick(SIDES);
