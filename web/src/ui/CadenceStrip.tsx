import { VisuallyHidden } from '@mantine/core';
import classes from './CadenceStrip.module.css';
import { type CadenceDay, weeksOf } from './cadence.ts';
import { calendarDay } from './time.ts';

interface CadenceStripProps {
  title: string;
  /** Calendar days, `2026-11-22`; whole weeks are shown, a year at most. */
  from: string;
  to: string;
  today: string;
  days: CadenceDay[];
}

const words = { done: 'Met', planned: 'Planned', missed: 'Missed' };

/** One cell a week: when they met, when they will, and the weeks in between. */
export function CadenceStrip({ title, from, to, today, days }: CadenceStripProps) {
  const weeks = weeksOf(from, to, days);
  return (
    <figure className={classes.strip}>
      <div className={classes.weeks} aria-hidden="true">
        {weeks.map((week) => (
          <span
            key={week.start}
            className={classes.week}
            data-kind={week.kind}
            data-now={(week.start <= today && today <= week.end) || undefined}
            title={week.labels.join(', ') || undefined}
          />
        ))}
      </div>
      <div className={classes.months} aria-hidden="true">
        {weeks.map((week) => (
          <span key={week.start}>{week.month}</span>
        ))}
      </div>
      <figcaption className={classes.legend} aria-hidden="true">
        {(['done', 'planned', 'missed'] as const)
          .filter((kind) => days.some((day) => day.kind === kind))
          .map((kind) => (
            <span key={kind}>
              <span className={classes.week} data-kind={kind} />
              {words[kind]}
            </span>
          ))}
      </figcaption>
      <VisuallyHidden>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, kind, label }) => (
              <tr key={`${day} ${label}`}>
                <td>{calendarDay(day)}</td>
                <td>{`${words[kind]}: ${label}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}
