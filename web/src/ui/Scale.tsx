import { useId } from 'react';
import classes from './Scale.module.css';

interface ScaleProps {
  label: string;
  /** Null while nothing is chosen. */
  value: number | null;
  onChange: (value: number) => void;
  /** Words for its two ends. */
  low?: string;
  high?: string;
  disabled?: boolean;
}

const marks = [1, 2, 3, 4, 5];

/** One to five, as five things to tap. */
export function Scale({ label, value, onChange, low, high, disabled = false }: ScaleProps) {
  const name = useId();
  return (
    <fieldset className={classes.scale} disabled={disabled}>
      <legend className={classes.label}>{label}</legend>
      <div className={classes.marks}>
        {marks.map((mark) => (
          <label key={mark} className={classes.mark}>
            <input
              className={classes.input}
              type="radio"
              name={name}
              value={mark}
              checked={value === mark}
              onChange={() => onChange(mark)}
            />
            <span className={classes.face}>
              {mark}
              {mark === 1 && low && <span className={classes.hidden}>, {low}</span>}
              {mark === 5 && high && <span className={classes.hidden}>, {high}</span>}
            </span>
          </label>
        ))}
      </div>
      {(low || high) && (
        <div className={classes.ends} aria-hidden="true">
          <span>{low}</span>
          <span>{high}</span>
        </div>
      )}
    </fieldset>
  );
}
