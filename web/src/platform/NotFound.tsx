import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { ErrorPage } from '../ui/ErrorPage.tsx';

/** No such thing, or not yours: one page for both, for what you may not see does not exist. */
export function NotFound() {
  return (
    <ErrorPage
      title="Nothing to see here"
      action={
        <Button component={Link} to="/">
          Go home
        </Button>
      }
    >
      There is nothing here, or it isn’t yours to see.
    </ErrorPage>
  );
}
