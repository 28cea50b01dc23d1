import { ActionIcon, Title } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { CloseIcon } from './icons.tsx';
import classes from './Sheet.module.css';

interface SheetProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Something to do before going on: over the page on a wide screen, from below on a phone. */
export function Sheet({ title, opened, onClose, children }: SheetProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    if (opened && !ref.current?.open) ref.current?.showModal();
    if (!opened) ref.current?.close();
  }, [opened]);

  return (
    <dialog ref={ref} className={classes.sheet} aria-labelledby={id} onClose={onClose}>
      {opened && (
        <div className={classes.paper}>
          <div className={classes.head}>
            <Title order={2} id={id}>
              {title}
            </Title>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Close" onClick={onClose}>
              <CloseIcon />
            </ActionIcon>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
