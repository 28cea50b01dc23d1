import { principles } from '../principles.ts';
import classes from './exchange.module.css';
import { Mark } from './Mark.tsx';
import { type Part, questions, ratingIn } from './part.ts';

interface BothPartsProps {
  mine: Part;
  theirs: Part;
  name: string;
}

/** What the two wrote to each other, side by side. */
export function BothParts({ mine, theirs, name }: BothPartsProps) {
  return (
    <div className={classes.panel}>
      {questions.map(({ field, title }) => (
        <section key={field} aria-label={title}>
          <h3 className={classes.question}>{title}</h3>
          <div className={classes.both}>
            <figure className={classes.said} data-tone="theirs">
              <figcaption>{name} to you</figcaption>
              <blockquote>{theirs[field]}</blockquote>
            </figure>
            <figure className={classes.said} data-tone="mine">
              <figcaption>You to {name}</figcaption>
              <blockquote>{mine[field]}</blockquote>
            </figure>
          </div>
        </section>
      ))}
      <table className={classes.table}>
        <caption>How it felt, from 1 to 5</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes.hidden}>Principle</span>
            </th>
            <th scope="col">{name}</th>
            <th scope="col">You</th>
          </tr>
        </thead>
        <tbody>
          {principles.map(({ principle, name: title }) => (
            <tr key={principle}>
              <th scope="row">{title}</th>
              <td>
                <Mark value={ratingIn(theirs, principle)} tone="theirs" />
              </td>
              <td>
                <Mark value={ratingIn(mine, principle)} tone="mine" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
