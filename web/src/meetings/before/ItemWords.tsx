import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import classes from './before.module.css';

interface Words {
  title: string;
  detail: string;
  version: number;
}

interface ItemWordsProps {
  item: Words;
  onSave: (words: Words) => void;
  onLeave: () => void;
}

/** An agenda item's title and details. It is saved over the version that was read when the form opened. */
export function ItemWords({ item, onSave, onLeave }: ItemWordsProps) {
  const [words, setWords] = useState<Words>(() => ({
    title: item.title,
    detail: item.detail,
    version: item.version,
  }));
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const title = words.title.trim();
    if (title) onSave({ ...words, title });
  };
  return (
    <form className={classes.form} onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && onLeave()}>
      <TextInput
        label="Title"
        required
        autoFocus
        maxLength={160}
        value={words.title}
        onChange={(event) => setWords({ ...words, title: event.currentTarget.value })}
      />
      <Textarea
        label="Details"
        autosize
        minRows={2}
        maxLength={2000}
        value={words.detail}
        onChange={(event) => setWords({ ...words, detail: event.currentTarget.value })}
      />
      <Group gap="xs">
        <Button type="submit">Save</Button>
        <Button variant="subtle" onClick={onLeave}>
          Not now
        </Button>
      </Group>
    </form>
  );
}
