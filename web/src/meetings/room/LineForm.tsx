import { Button } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { Field } from '../../ui/Field.tsx';
import classes from './LineForm.module.css';

interface LineFormProps {
  /** What is asked; read out, and shown when there is no placeholder. */
  label: string;
  placeholder?: string;
  button: string;
  maxLength: number;
  /** Sends it; null when it was refused, and then the words come back. */
  onSend: (words: string) => Promise<unknown>;
  /** What others are told one is doing while writing here. */
  doing?: string;
  autoFocus?: boolean;
  onLeave?: () => void;
  variant?: 'filled' | 'default';
  children?: ReactNode;
}

/** A line to write and a button that says what happens with it. */
export function LineForm(props: LineFormProps) {
  const { label, placeholder, button, maxLength, onSend, doing, onLeave, variant = 'default' } = props;
  const [words, setWords] = useState('');

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const said = words.trim();
    if (!said) return;
    setWords('');
    if ((await onSend(said)) === null) setWords((newer) => newer || said);
  };

  return (
    <form
      className={classes.form}
      onSubmit={send}
      onKeyDown={(event) => event.key === 'Escape' && onLeave?.()}
    >
      <Field
        className={classes.line}
        label={label}
        {...(placeholder && { placeholder, hideLabel: true })}
        value={words}
        maxLength={maxLength}
        onChange={(event) => setWords(event.currentTarget.value)}
        autoFocus={props.autoFocus ?? false}
        {...(doing && { 'data-doing': doing })}
      />
      {props.children}
      <div className={classes.buttons}>
        <Button type="submit" variant={variant}>
          {button}
        </Button>
        {onLeave && (
          <Button variant="subtle" onClick={onLeave}>
            Not now
          </Button>
        )}
      </div>
    </form>
  );
}
