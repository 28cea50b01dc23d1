import classes from './exchange.module.css';

const steps = [1, 2, 3, 4, 5];

/** One to five, as dots with the number beside them. */
export function Mark({ value, tone }: { value: number | null; tone: 'mine' | 'theirs' }) {
  return (
    <span className={classes.dots} data-tone={tone}>
      {steps.map((step) => (
        <span key={step} aria-hidden="true" data-filled={(value ?? 0) >= step || undefined} />
      ))}
      <span className={classes.number}>{value ?? '–'}</span>
    </span>
  );
}
