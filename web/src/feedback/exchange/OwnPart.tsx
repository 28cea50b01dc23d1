import { principles } from '../principles.ts';
import classes from './exchange.module.css';
import { Mark } from './Mark.tsx';
import { type Part, questions, ratingIn } from './part.ts';

/** One's own part, to read again. */
export function OwnPart({ title, part }: { title: string; part: Part }) {
  return (
    <section className={classes.own} aria-label={title}>
      <h3 className={classes.who}>{title}</h3>
      <dl className={classes.answers}>
        {questions.map((question) => (
          <div key={question.field}>
            <dt>{question.title}</dt>
            <dd>{part[question.field]}</dd>
          </div>
        ))}
        {principles.map(({ principle, name }) => (
          <div key={principle} className={classes.rating}>
            <dt>{name}</dt>
            <dd>
              <Mark value={ratingIn(part, principle)} tone="mine" />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
