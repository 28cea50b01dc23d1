/** The one source of "now". Commands take their time from it, so that a test moves time instead of waiting. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that runs, and can be moved forward. */
export class MovableClock implements Clock {
  #offset = 0;

  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /** Moves it forward by that many milliseconds. */
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }
}

export const seconds = (n: number) => n * 1000;
export const minutes = (n: number) => seconds(n * 60);
export const hours = (n: number) => minutes(n * 60);
export const days = (n: number) => hours(n * 24);

/** The moment that many milliseconds after another one. */
export const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds);
