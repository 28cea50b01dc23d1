import { type CSSProperties, useEffect, useEffectEvent, useId, useRef } from 'react';
import classes from './Slider.module.css';

interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** While it moves. */
  onChange: (value: number) => void;
  /** When it is let go, or a key has moved it. */
  onCommit?: (value: number) => void;
  /** The value in words, shown and read out; the number when left out. */
  say?: (value: number) => string;
  disabled?: boolean;
}

/** A value on a line. The browser's own control, so that keys and readers work as people know them. */
export function Slider({
  label,
  value,
  min,
  max,
  step = 1,
  onChange,
  onCommit,
  say = String,
  disabled,
}: SliderProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const commit = useEffectEvent(() => input.current && onCommit?.(input.current.valueAsNumber));

  // The browser says `change` when the value is let go; React's `onChange` is every step on the way.
  useEffect(() => {
    const control = input.current;
    control?.addEventListener('change', commit);
    return () => control?.removeEventListener('change', commit);
  }, []);

  const part = `${((value - min) / (max - min)) * 100}%`;
  return (
    <div className={classes.slider}>
      <div className={classes.head}>
        <label htmlFor={id} className={classes.label}>
          {label}
        </label>
        <output htmlFor={id} className={classes.value}>
          {say(value)}
        </output>
      </div>
      <input
        ref={input}
        id={id}
        className={classes.input}
        style={{ '--part': part } as CSSProperties}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={say(value)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
