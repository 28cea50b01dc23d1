import { Button } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { Field } from '../../ui/Field.tsx';
import { keptText, useKeptText } from './keptText.ts';
import classes from './LineForm.module.css';

interface LineFormProps {
  /** Under which what is typed is kept until it is sent. */
  name: string;
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
  const { name, label, placeholder, button, maxLength, onSend, doing, onLeave, variant = 'default' } = props;
  const [words, setWords] = useKeptText(name);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const said = words.trim();
    if (!said) return;
    setWords('');
    const answer = await onSend(said);
    if (answer === null && !keptText(name)) setWords(said);
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
