import { Button } from '@mantine/core';
import { useState } from 'react';
import classes from './Part.module.css';

const prompts = [
  'Something good since we last met, however small.',
  'What takes your energy at the moment, and what gives it?',
  'Anything from outside work that should be known today.',
];

/** Time for the person: a few gentle prompts, and open questions to borrow. */
export function PersonalPart({ questions }: { questions: readonly string[] }) {
  return (
    <div className={classes.part}>
      <ul className={classes.prompts}>
        {prompts.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
      <BorrowedQuestion questions={questions} />
    </div>
  );
}

/** One open question at a time. */
export function BorrowedQuestion({ questions }: { questions: readonly string[] }) {
  const [at, setAt] = useState(() => Math.floor(Math.random() * Math.max(1, questions.length)));
  if (questions.length === 0) return null;
  return (
    <>
      <p className={classes.question} aria-live="polite">
        {questions[at % questions.length]}
      </p>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => setAt(at + 1)}>
          Another question
        </Button>
      </div>
    </>
  );
}
