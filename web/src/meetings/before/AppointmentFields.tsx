import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { calledName } from '../../people/calledName.ts';
import { fromLocalField } from '../../ui/localTime.ts';
import { TwoZoneTime } from '../../ui/TwoZoneTime.tsx';
import { clocksDiffer, duration, readerZone } from '../../ui/time.ts';
import classes from './AppointmentFields.module.css';
import type { Appointment } from './appointment.ts';

const lengths = [20, 30, 45, 60, 90, 120];

interface AppointmentFieldsProps {
  value: Appointment;
  onChange: (value: Appointment) => void;
  other: { name: string; zone: string } | undefined;
}

/** When, how long, where, what for; the time on both clocks as it is typed. */
export function AppointmentFields({ value, onChange, other }: AppointmentFieldsProps) {
  const set = (part: Partial<Appointment>) => onChange({ ...value, ...part });
  const choices = lengths.includes(value.minutes) ? lengths : [...lengths, value.minutes].sort(bySize);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="datetime-local"
          label="When"
          required
          value={value.when}
          onChange={(event) => set({ when: event.currentTarget.value })}
        />
        <NativeSelect
          label="How long"
          value={value.minutes}
          onChange={(event) => set({ minutes: Number(event.currentTarget.value) })}
        >
          {choices.map((minutes) => (
            <option key={minutes} value={minutes}>
              {duration(minutes)}
            </option>
          ))}
        </NativeSelect>
      </SimpleGrid>
      <BothClocks value={value} other={other} />
      <Textarea
        label="What for"
        description="One sentence: what should be different afterwards?"
        autosize
        minRows={2}
        maxLength={300}
        value={value.objective}
        onChange={(event) => set({ objective: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label="Place"
          placeholder="Room, café, a walk"
          maxLength={200}
          value={value.place}
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
        <TextInput
          type="url"
          label="Link to the call"
          placeholder="https://"
          maxLength={500}
          value={value.callLink}
          onChange={(event) => set({ callLink: event.currentTarget.value })}
        />
      </SimpleGrid>
      <NativeSelect
        label="Time for the person"
        value={value.personalTime}
        onChange={(event) => set({ personalTime: event.currentTarget.value === 'LAST' ? 'LAST' : 'FIRST' })}
        data={[
          { value: 'FIRST', label: 'At the start: how are you?' },
          { value: 'LAST', label: 'At the end: how are you?' },
        ]}
      />
    </>
  );
}

const bySize = (one: number, other: number) => one - other;

function BothClocks({ value, other }: Pick<AppointmentFieldsProps, 'value' | 'other'>) {
  const at = fromLocalField(value.when);
  if (!other) return <p className={classes.clocks}>&nbsp;</p>;
  const name = calledName(other.name);
  if (!at) return <p className={classes.clocks}>Choose a day and a time.</p>;
  return (
    <p className={classes.clocks} aria-live="polite">
      <TwoZoneTime at={at} minutes={value.minutes} otherZone={other.zone} otherName={name} />
      {!clocksDiffer(at, readerZone(), other.zone) && (
        <span className={classes.same}> The same time for {name}.</span>
      )}
    </p>
  );
}
