import { NotesPage } from './notesPage.ts';
import type { PublicApi } from './publicApi.ts';
import { isRunning, type Room, readRoom } from './room.ts';
import { PRINCIPLES, type Script, scripts } from './script.ts';

/** Waits between two things that somebody does, some time between `from` and `to` milliseconds. */
export type Pause = (from: number, to: number) => Promise<unknown>;

type Doing = 'READING' | 'TALKING' | 'WRITING_NOTES' | 'WRITING_EXCHANGE';

/** What somebody in the room can do, one thing after another. */
export class Hands {
  readonly api: PublicApi;
  readonly script: Script;
  room: Room & { me: string };
  readonly notes: NotesPage;
  readonly #pause: Pause;
  readonly #lines: string[];
  #doing: Doing = 'READING';

  constructor(api: PublicApi, room: Room & { me: string }, pause: Pause) {
    this.api = api;
    this.room = room;
    this.script = scripts[room.mentorship.mySide];
    this.notes = new NotesPage(api, room.id, room.notes.state);
    this.#pause = pause;
    this.#lines = [...this.script.notes];
  }

  async look(): Promise<void> {
    this.room = await readRoom(this.api, this.room.id);
  }

  async show(doing: Doing = this.#doing, cursor: string | null = null): Promise<void> {
    this.#doing = doing;
    await this.api.write('showPresence', { meetingId: this.room.id, doing, cursor });
  }

  /** A write of this meeting; a fact that stands in its way is none of our business. */
  async say(name: string, input: object = {}): Promise<void> {
    await this.api.write(name, { meetingId: this.room.id, ...input });
  }

  async confirm(): Promise<void> {
    if (this.room.state === 'PROPOSED' && this.room.proposedBy.id !== this.room.me) {
      await this.say('confirmMeeting');
    }
  }

  /** The next line of the script, a few letters at a time. */
  async writeLine(): Promise<void> {
    const line = this.#lines.shift();
    if (!line) return;
    for (const [n, letters] of (line.match(/.{1,5}/gs) ?? []).entries()) {
      const cursor = await this.notes.type(letters, { newLine: n === 0 });
      await this.show('WRITING_NOTES', cursor);
      await this.#pause(150, 450);
    }
    await this.show('READING');
  }

  async talk(): Promise<void> {
    await this.say('startTalking');
    await this.show('TALKING');
  }

  async listen(): Promise<void> {
    await this.say('stopTalking');
    await this.show('READING');
  }

  async promise(): Promise<void> {
    await this.say('addActionItem', { ownerId: this.room.me, title: this.script.promise });
  }

  async keepMoment(): Promise<void> {
    await this.say('keepMoment', { ...this.script.moment, audience: 'SHARED' });
  }

  async handleAgenda(): Promise<void> {
    const open = this.room.agenda.find(({ state }) => state === 'OPEN');
    if (open) await this.api.write('discussAgendaItem', { agendaItemId: open.id });
  }

  /** The mentor gives advice; the mentee considers what was given. */
  async advise(): Promise<void> {
    if (this.room.mentorship.mySide === 'MENTOR') return this.say('giveAdvice', { text: this.script.advice });
    await this.markAdvice('OFFERED', 'CONSIDERING');
  }

  async markAdvice(from: string, to: string): Promise<void> {
    const advice = this.room.advice.find(({ state }) => state === from);
    if (advice) await this.api.write('markAdvice', { adviceId: advice.id, state: to });
  }

  /** A little further than last time. */
  async estimate(): Promise<void> {
    const goal = this.room.mentorship.goals.edges[0]?.node;
    if (!goal) return;
    const { mySide } = this.room.mentorship;
    const last = (mySide === 'MENTOR' ? goal.mentorEstimate : goal.menteeEstimate)?.value ?? 40;
    const value = Math.min(95, last + 10);
    await this.api.write('estimateProgress', { goalId: goal.id, value, why: this.script.progress });
  }

  /** Whoever leads moves on when they are asked. */
  async moveOn(): Promise<void> {
    const { leader, me, segments, currentSegment } = this.room;
    if (leader?.id !== me || !isRunning(this.room)) return;
    const next = segments[segments.findIndex(({ id }) => id === currentSegment?.id) + 1];
    if (next) await this.say('enterSegment', { segmentId: next.id });
  }

  /** Writes and seals its part, unless it has. */
  async exchange(): Promise<void> {
    const { exchange } = this.room;
    if (exchange?.state !== 'OPEN' || exchange.mine?.sealedAt) return;
    await this.show('WRITING_EXCHANGE');
    await this.#pause(3000, 6000);
    const ratings = PRINCIPLES.map((principle, n) => ({ principle, value: n % 3 === 0 ? 5 : 4 }));
    await this.api.write('sealExchange', { exchangeId: exchange.id, ...this.script.exchange, ratings });
    await this.show('READING');
  }
}
