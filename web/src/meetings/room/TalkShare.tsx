import { calledName } from '../../people/calledName.ts';
import { type FragmentType, readFragment } from '../../platform/generated/index.ts';
import { countdown } from '../../ui/time.ts';
import { serverNow, useEvery } from './clock.ts';
import classes from './TalkShare.module.css';
import { TalkFragment } from './talkWrites.ts';

/** Who has talked how long, by tap, as one bar; and who asked how many questions. */
export function TalkShare({ meeting: ref }: { meeting: FragmentType<typeof TalkFragment> }) {
  const { talking, talkShares, questionCounts } = readFragment(TalkFragment, ref);
  useEvery(1000, talking != null);

  const running = talking ? Math.max(0, (serverNow() - Date.parse(talking.startedAt)) / 1000) : 0;
  const rows = talkShares.map(({ person, seconds }) => ({
    person,
    name: person.isViewer ? 'You' : calledName(person.name),
    seconds: seconds + (talking?.person.id === person.id ? running : 0),
    talks: talking?.person.id === person.id,
    questions: questionCounts.find((one) => one.person.id === person.id)?.count ?? 0,
  }));
  const mine = rows.find(({ person }) => person.isViewer);
  const sides = [...rows].sort((a, b) => Number(b.person.isViewer) - Number(a.person.isViewer));
  const total = rows.reduce((sum, { seconds }) => sum + seconds, 0);
  const share = total === 0 || !mine ? 50 : (mine.seconds / total) * 100;

  return (
    <>
      <div className={classes.bar} aria-hidden="true" data-empty={total === 0 || undefined}>
        <span className={classes.mine} style={{ width: `${share}%` }} />
      </div>
      <ul className={classes.sides}>
        {sides.map(({ person, name, seconds, talks, questions }) => (
          <li key={person.id} data-tone={person.isViewer ? 'mine' : 'theirs'}>
            <span className={classes.name}>{name}</span>
            <span className={classes.time}>{countdown(seconds)}</span>
            <span className={classes.note}>
              {talks ? 'talking now' : questions === 1 ? '1 question' : `${questions} questions`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
