import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';

interface ConfirmButtonProps {
  children: ReactNode;
  /** What is asked before it happens. */
  question: string;
  /** What the button that does it says. */
  confirm: string;
  onConfirm: () => void;
  /** It takes something away. */
  danger?: boolean;
  variant?: 'filled' | 'default' | 'subtle';
  size?: 'xs' | 'sm' | 'md';
}

/** Asks once, in its own place, before it does what cannot be taken back. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { children, question, confirm, onConfirm, danger = false, variant = 'default', size = 'sm' } = props;
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);

  const leave = () => {
    setAsking(false);
    requestAnimationFrame(() => first.current?.focus());
  };

  if (!asking) {
    return (
      <Button ref={first} variant={variant} size={size} onClick={() => setAsking(true)}>
        {children}
      </Button>
    );
  }
  return (
    <Group
      role="group"
      aria-label={question}
      gap="xs"
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <Text component="span">{question}</Text>
      <Button
        autoFocus
        size={size}
        {...(danger && { color: 'red' })}
        onClick={() => {
          leave();
          onConfirm();
        }}
      >
        {confirm}
      </Button>
      <Button variant="subtle" size={size} onClick={leave}>
        Not now
      </Button>
    </Group>
  );
}
